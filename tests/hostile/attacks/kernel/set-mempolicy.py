#| about = "memory policy for all allocations to come"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("set_mempolicy", 0, 0, 0)

#| about = "memory policy's newest door"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("set_mempolicy_home_node", 0, 0, 0, 0)

#| about = "reads kernel memory policy, once with an information leak"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("get_mempolicy", buffer(8), 0, 0, 0, 0)

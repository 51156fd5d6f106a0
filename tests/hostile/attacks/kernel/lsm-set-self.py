#| about = "changes one's own security label"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("lsm_set_self_attr", 100, buffer(64), 64, 0)

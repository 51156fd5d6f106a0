#| about = "the mode of what lies behind standard output"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("fchmod", 1, 0)

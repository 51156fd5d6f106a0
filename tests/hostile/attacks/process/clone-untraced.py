#| about = "a child that no debugger sees"
#| tools = ["kernel"]
ask("clone", 0x800000 | 17, 0, 0, 0, 0)

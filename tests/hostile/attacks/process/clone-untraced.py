#| about = "a child that no debugger sees"
#| bites = true
#| tools = ["kernel"]
ask("clone", 0x800000 | 17, 0, 0, 0, 0)

#| about = "a child that is root in its own namespace"
#| bites = true
#| tools = ["kernel"]
ask("clone", 0x10000000 | 17, 0, 0, 0, 0)

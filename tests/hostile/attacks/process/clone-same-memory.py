#| about = "a process that shares memory is a thread that no limit counts"
#| bites = true
#| tools = ["kernel"]
ask("clone", 0x4100 | 17, 0, 0, 0, 0)

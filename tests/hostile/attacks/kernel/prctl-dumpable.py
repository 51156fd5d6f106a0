#| about = "a dumpable process can be looked into by its siblings"
#| tools = ["kernel"]
ask("prctl", 4, 1, 0, 0, 0)

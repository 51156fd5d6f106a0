#| about = "strict mode, through the older door"
#| tools = ["kernel"]
ask("prctl", 22, 2, buffer(16), 0, 0)

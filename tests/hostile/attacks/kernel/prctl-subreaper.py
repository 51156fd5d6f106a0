#| about = "adopting the children of others"
#| tools = ["kernel"]
ask("prctl", 36, 1, 0, 0, 0)

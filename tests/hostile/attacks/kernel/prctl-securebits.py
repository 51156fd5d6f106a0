#| about = "makes root keep its powers"
#| tools = ["kernel"]
ask("prctl", 28, 0, 0, 0, 0)

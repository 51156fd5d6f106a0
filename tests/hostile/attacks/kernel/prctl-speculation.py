#| about = "switches the guards against speculation off"
#| tools = ["kernel"]
ask("prctl", 53, 0, 2, 0, 0)

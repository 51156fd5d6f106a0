#| about = "capabilities that survive an exec"
#| tools = ["kernel"]
ask("prctl", 47, 2, 1, 0, 0)

#| about = "without the signal of the parent's death a child would outlive its judge"
#| tools = ["kernel"]
ask("prctl", 1, 0, 0, 0, 0)

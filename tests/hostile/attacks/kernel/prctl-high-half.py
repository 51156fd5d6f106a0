#| about = "the option's upper half must not hide it from the filter"
#| tools = ["kernel"]
ask("prctl", (1 << 32) | 4, 1, 0, 0, 0)

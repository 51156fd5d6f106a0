#| about = "system calls that a handler in user memory answers"
#| tools = ["kernel"]
ask("prctl", 59, 1, 0, 0, 0)

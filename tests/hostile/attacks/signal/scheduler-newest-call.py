#| about = "the same by structure"
#| tools = ["kernel"]
#| victim = true
ask("sched_setattr", @PID@, buffer(56, 56), 0)

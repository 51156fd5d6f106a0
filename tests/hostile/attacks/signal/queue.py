#| about = "with a value beside it"
#| tools = ["kernel"]
#| victim = true
ask("rt_sigqueueinfo", @PID@, 9, buffer(128))

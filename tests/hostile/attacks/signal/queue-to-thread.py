#| about = "the same for a thread"
#| tools = ["kernel"]
#| victim = true
ask("rt_tgsigqueueinfo", @PID@, @PID@, 9, buffer(128))

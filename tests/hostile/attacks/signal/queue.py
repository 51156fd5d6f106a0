#| about = "with a value beside it"
#| bites = true
#| tools = ["kernel"]
#| victim = true
ask("rt_sigqueueinfo", @PID@, 9, b"\t\0\0\0\0\0\0\0\xff\xff\xff\xff" + bytes(116))

#| about = "the same for a thread"
#| bites = true
#| tools = ["kernel"]
#| victim = true
ask("rt_tgsigqueueinfo", @PID@, @PID@, 9, b"\t\0\0\0\0\0\0\0\xff\xff\xff\xff" + bytes(116))

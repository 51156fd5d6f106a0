#| about = "the same by structure"
#| tools = ["kernel"]
#| victim = true
import struct
ask("sched_setattr", @PID@, struct.pack("IIQiIQQQII", 56, 5, 0, 0, 0, 0, 0, 0, 0, 0), 0)

#| about = "a signal with a forged sender"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import os
ask("rt_sigqueueinfo", @PID@, 9, buffer(128))

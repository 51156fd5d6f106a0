#| about = "tgkill with our group and another's thread"
#| bites = true
#| tools = ["kernel"]
#| victim = true
import os
ask("tgkill", os.getpid() + 1, os.getpid() + 1, 9)
ask("tgkill", @PID@, @PID@, 9)

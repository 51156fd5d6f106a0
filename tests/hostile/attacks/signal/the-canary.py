#| about = "a process of our own uid"
#| victim = true
#| attempt = true
import os
os.kill(@PID@, 9)

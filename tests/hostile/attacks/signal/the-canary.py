#| about = "a process of our own uid"
#| bites = true
#| victim = true
#| attempt = true
import os
os.kill(@PID@, 9)

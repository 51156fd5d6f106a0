#| about = "signal 0 tells whether a process is there"
#| bites = true
#| attempt = true
import os
os.kill(@PID@, 0)

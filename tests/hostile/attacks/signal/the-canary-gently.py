#| about = "signal 0 tells whether a process is there"
#| attempt = true
import os
os.kill(@PID@, 0)

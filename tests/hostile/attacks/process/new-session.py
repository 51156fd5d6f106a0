#| about = "a session of one's own escapes the signal to a group"
#| attempt = true
import os
os.setsid()

#| about = "a group of one's own escapes the signal to a group"
#| attempt = true
import os
os.setpgid(0, 0)

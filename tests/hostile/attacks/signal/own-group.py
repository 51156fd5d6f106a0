#| about = "whoever shares our group"
#| victim = true
#| attempt = true
import os
os.killpg(0, 9)

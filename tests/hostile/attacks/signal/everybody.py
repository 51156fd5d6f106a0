#| about = "every process that we may signal"
#| victim = true
#| attempt = true
import os
os.kill(-1, 9)

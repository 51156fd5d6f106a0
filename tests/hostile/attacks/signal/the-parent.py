#| about = "whoever watches over us"
#| victim = true
#| attempt = true
import os
os.kill(os.getppid(), 9)

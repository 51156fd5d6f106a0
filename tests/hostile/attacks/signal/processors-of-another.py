#| about = "all of them on one processor"
#| victim = true
#| attempt = true
import os
os.sched_setaffinity(@PID@, {0})

#| about = "all of them on one processor"
#| bites = true
#| victim = true
#| attempt = true
import os
os.sched_setaffinity(@PID@, {0})

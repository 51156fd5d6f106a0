#| about = "only when nobody else wants to"
#| victim = true
#| attempt = true
import os
os.sched_setscheduler(@PID@, os.SCHED_IDLE, os.sched_param(0))

#| about = "a bot at priority 19 answers nobody in time"
#| bites = true
#| victim = true
#| attempt = true
import os
os.setpriority(os.PRIO_PROCESS, @PID@, 19)

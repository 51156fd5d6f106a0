#| about = "real time takes the processor from everybody"
#| tools = ["kernel"]
#| victim = true
import os
ask("sched_setscheduler", 0, 1, buffer(8, 1))

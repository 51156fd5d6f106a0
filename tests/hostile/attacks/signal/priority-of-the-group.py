#| about = "everything of our group at once"
#| bites = true
#| victim = true
#| attempt = true
import os
os.setpriority(os.PRIO_PGRP, os.getpgrp(), 19)

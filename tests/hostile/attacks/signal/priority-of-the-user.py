#| about = "everything of our uid at once"
#| bites = true
#| victim = true
#| attempt = true
import os
os.setpriority(os.PRIO_USER, 0, 19)

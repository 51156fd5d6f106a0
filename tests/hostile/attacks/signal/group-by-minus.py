#| about = "a group by a negative number"
#| victim = true
#| attempt = true
import os
os.kill(-os.getpgrp() if os.getpgrp() else -os.getpid(), 9)

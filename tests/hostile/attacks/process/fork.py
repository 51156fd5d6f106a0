#| about = "a second process"
#| bites = true
#| attempt = true
import os
if os.fork() == 0:
    os._exit(0)

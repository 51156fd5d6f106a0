#| about = "a /proc folder is such a right as well"
#| bites = true
#| attempt = true
import os
handle = os.open("/proc/@PID@", os.O_RDONLY | os.O_DIRECTORY)

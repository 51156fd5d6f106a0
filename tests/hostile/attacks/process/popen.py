#| about = "a pipe to a program"
#| bites = true
#| attempt = true
import os
os.popen("echo BREACH").read()

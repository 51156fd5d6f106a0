#| about = "a pipe to a program"
#| attempt = true
import os
os.popen("echo BREACH").read()

#| about = "another program in our place, without our patches of Python"
#| bites = true
#| attempt = true
import os
os.execv("/bin/sh", ["sh", "-c", "echo BREACH"])

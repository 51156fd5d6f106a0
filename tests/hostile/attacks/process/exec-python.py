#| about = "Python again, and fresh"
#| bites = true
#| attempt = true
import os, sys
os.execv(sys.executable or "/usr/bin/python3", ["python3", "-c", "print('BREACH')"])

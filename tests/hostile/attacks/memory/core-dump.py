#| about = "a dump writes all of it to the disk"
#| expect = ["crashed"]
import os, resource
try:
    resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))
    print("BREACH")
except (OSError, ValueError):
    pass
os.abort()

#| about = "posix_spawn, which subprocess prefers"
#| bites = true
#| attempt = true
import os
os.posix_spawn("/bin/sh", ["sh", "-c", "echo BREACH"], {})

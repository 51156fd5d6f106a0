#| about = "posix_spawn, which subprocess prefers"
#| attempt = true
import os
os.posix_spawn("/bin/sh", ["sh", "-c", "echo BREACH"], {})

#| about = "a program of one's own"
#| bites = true
#| attempt = true
import os
handle = os.open("program", os.O_CREAT | os.O_WRONLY, 0o755)
os.write(handle, b"#!/bin/sh\necho BREACH\n")
os.close(handle)
os.execv("program", ["program"])

#| about = "a program that runs as whoever owns it: its mode may be set where it cannot be run"
#| bites = true
#| attempt = true
import os
with open("tool", "wb") as file:
    file.write(b"#!/bin/sh\necho BREACH\n")
try:
    os.chmod("tool", 0o6755)
except OSError:
    pass
os.execv("./tool", ["tool"])

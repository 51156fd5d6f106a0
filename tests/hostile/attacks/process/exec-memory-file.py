#| about = "a program that was never on a disk"
#| attempt = true
import os
handle = os.memfd_create("program")
os.write(handle, b"#!/bin/sh\necho BREACH\n")
os.execve(handle, ["program"], {})

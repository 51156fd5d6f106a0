#| about = "F_NOTIFY signals whenever something happens in a folder"
#| tools = ["kernel"]
import os
try:
    folder = os.open(os.path.dirname(os.__file__), os.O_RDONLY)
except OSError:
    folder = 0
ask("fcntl", folder, 1026, 4)

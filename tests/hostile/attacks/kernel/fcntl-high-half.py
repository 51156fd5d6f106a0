#| about = "the command's upper half must not hide F_SETOWN"
#| tools = ["kernel"]
import os
ask("fcntl", os.pipe()[0], (1 << 32) | 8, @PID@)

#| about = "F_SETOWN makes the kernel signal a process in our name"
#| tools = ["kernel"]
import os
ask("fcntl", os.pipe()[0], 8, @PID@)

#| about = "what the machine is made of"
#| attempt = true
import os
os.listdir("/sys/class")

#| about = "what the machine is made of"
#| bites = true
#| attempt = true
import os
os.listdir("/sys/class")

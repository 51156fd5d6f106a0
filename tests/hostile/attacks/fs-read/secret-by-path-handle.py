#| about = "O_PATH asks for no right at all; opening the handle again does"
#| bites = true
#| attempt = true
import os
handle = os.open("@SECRET@", os.O_PATH)
os.open(f"/proc/self/fd/{handle}", os.O_RDONLY)

#| about = "a file that claims to be huge"
#| bites = true
#| attempt = true
import os
handle = os.open("sparse", os.O_RDWR | os.O_CREAT)
os.ftruncate(handle, 1 << 40)

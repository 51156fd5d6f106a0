#| about = "reserving instead of writing"
#| attempt = true
import os
handle = os.open("reserved", os.O_RDWR | os.O_CREAT)
os.posix_fallocate(handle, 0, 64 << 20)

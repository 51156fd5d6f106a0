#| about = "reading what nobody writes"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import os
read, write = os.pipe()
os.read(read, 1)

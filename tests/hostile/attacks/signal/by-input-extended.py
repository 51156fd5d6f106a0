#| about = "the same by structure"
#| bites = true
#| victim = true
#| tools = ["kernel"]
import os
ask("fcntl", os.pipe()[0], 15, buffer(8, 1))

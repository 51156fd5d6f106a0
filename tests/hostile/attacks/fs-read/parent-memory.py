#| about = "everything the bot knows"
#| attempt = true
import os
open(f"/proc/{os.getppid()}/mem", "rb")

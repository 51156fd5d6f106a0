#| about = "the bot's open database, by number"
#| attempt = true
import os
os.listdir(f"/proc/{os.getppid()}/fd")

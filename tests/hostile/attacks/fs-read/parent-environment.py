#| about = "the bot's token lies in its environment"
#| attempt = true
import os
assert open(f"/proc/{os.getppid()}/environ").read()

#| about = "in a container the first process is the bot"
#| victim = true
#| attempt = true
import os
os.kill(1, 9)

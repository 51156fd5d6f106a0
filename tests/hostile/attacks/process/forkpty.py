#| about = "with a terminal"
#| attempt = true
import os
os.forkpty()

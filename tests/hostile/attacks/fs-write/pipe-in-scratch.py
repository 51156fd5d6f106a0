#| about = "a pipe file blocks whoever opens it"
#| bites = true
#| attempt = true
import os
os.mkfifo("pipe")

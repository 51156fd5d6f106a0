#| about = "a pipe file blocks whoever opens it"
#| attempt = true
import os
os.mkfifo("pipe")

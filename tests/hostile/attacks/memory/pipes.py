#| about = "kernel memory by the pipe"
#| attempt = true
import os
kept = [os.pipe() for _ in range(300)]

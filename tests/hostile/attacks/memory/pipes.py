#| about = "kernel memory by the pipe"
#| bites = true
#| attempt = true
import os
kept = [os.pipe() for _ in range(300)]

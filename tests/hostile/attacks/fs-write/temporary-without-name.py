#| about = "O_TMPFILE makes files that no listing shows"
#| bites = true
#| attempt = true
import os
os.open("/tmp", os.O_TMPFILE | os.O_RDWR)

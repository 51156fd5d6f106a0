#| about = "metadata only: backups believe in times"
#| bites = true
#| attempt = true
import os
os.utime("@SECRET@", (1, 1))

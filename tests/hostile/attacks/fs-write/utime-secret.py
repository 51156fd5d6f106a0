#| about = "metadata only: backups believe in times"
#| attempt = true
import os
os.utime("@SECRET@", (1, 1))

#| about = "a device of one's own"
#| attempt = true
import os, stat
os.mknod("device", 0o600 | stat.S_IFCHR, os.makedev(1, 3))

#| about = "extended attributes fill disks and mark files"
#| bites = true
#| attempt = true
import os
os.setxattr("@SECRET@", "user.x", b"1")

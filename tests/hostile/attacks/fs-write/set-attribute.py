#| about = "extended attributes fill disks and mark files"
#| attempt = true
import os
os.setxattr("@SECRET@", "user.x", b"1")

#| about = "a link inside one's own folder that leads out"
#| bites = true
#| attempt = true
import os
os.symlink("@SECRET@", "link")
open("link").read()

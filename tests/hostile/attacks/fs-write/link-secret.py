#| about = "a second name keeps a file alive"
#| bites = true
#| attempt = true
import os
os.link("@SECRET@", "@FOLDER@/twin")

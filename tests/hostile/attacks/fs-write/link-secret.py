#| about = "a second name keeps a file alive"
#| attempt = true
import os
os.link("@SECRET@", "@FOLDER@/twin")

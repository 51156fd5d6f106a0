#| about = "a second name for the secret inside one's own folder"
#| bites = true
#| attempt = true
import os
os.link("@SECRET@", "twin")
open("twin").read()

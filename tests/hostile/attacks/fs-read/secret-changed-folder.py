#| about = "going there first"
#| bites = true
#| attempt = true
import os
os.chdir("@FOLDER@")
open("askling.db").read()

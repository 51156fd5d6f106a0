#| about = "going there first"
#| attempt = true
import os
os.chdir("@FOLDER@")
open("askling.db").read()

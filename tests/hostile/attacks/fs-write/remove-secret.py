#| about = "deleting it"
#| attempt = true
import os
os.remove("@SECRET@")

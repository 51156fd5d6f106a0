#| about = "deleting it"
#| bites = true
#| attempt = true
import os
os.remove("@SECRET@")

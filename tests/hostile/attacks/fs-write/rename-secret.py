#| about = "moving it away"
#| bites = true
#| attempt = true
import os
os.rename("@SECRET@", "/tmp/@STRAY@")

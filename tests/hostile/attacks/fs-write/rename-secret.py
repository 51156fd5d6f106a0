#| about = "moving it away"
#| attempt = true
import os
os.rename("@SECRET@", "/tmp/@STRAY@")

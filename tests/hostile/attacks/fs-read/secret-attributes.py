#| about = "extended attributes are data as well"
#| bites = true
#| attempt = true
import os
os.listxattr("@SECRET@")

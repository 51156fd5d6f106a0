#| about = "extended attributes are data as well"
#| attempt = true
import os
os.listxattr("@SECRET@")

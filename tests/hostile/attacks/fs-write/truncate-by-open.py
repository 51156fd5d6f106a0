#| about = "opening for reading and truncating at once"
#| bites = true
#| attempt = true
import os
os.open("@SECRET@", os.O_RDONLY | os.O_TRUNC)

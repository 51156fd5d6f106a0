#| about = "Landlock learned this only in its third version"
#| bites = true
#| attempt = true
import os
os.truncate("@SECRET@", 0)

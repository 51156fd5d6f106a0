#| about = "Landlock learned this only in its third version"
#| attempt = true
import os
os.truncate("@SECRET@", 0)

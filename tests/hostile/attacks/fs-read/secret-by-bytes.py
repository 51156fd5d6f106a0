#| about = "through the loader instead of open"
#| bites = true
#| attempt = true
import importlib.machinery
importlib.machinery.SourceFileLoader("x", "@SECRET@").get_data("@SECRET@")

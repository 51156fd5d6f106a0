#| about = "through the loader instead of open"
#| attempt = true
import importlib.machinery
importlib.machinery.SourceFileLoader("x", "@SECRET@").get_data("@SECRET@")

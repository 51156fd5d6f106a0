#| about = "the import system reads archives"
#| attempt = true
#| refused_by = ["ImportError", "OSError"]
import zipimport
zipimport.zipimporter("@SECRET@")

#| about = "what somebody installed into the interpreter lies inside the library's own folder"
#| attempt = true
#| refused_by = ["ImportError", "OSError"]
import os, sys, sysconfig
sys.path.append(sysconfig.get_path("purelib"))
import pip

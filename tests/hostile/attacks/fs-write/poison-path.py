#| about = "a module that shadows a standard one"
#| attempt = true
import os
open(os.path.join(os.path.dirname(os.__file__), "sitecustomize.py"), "w").write("x")

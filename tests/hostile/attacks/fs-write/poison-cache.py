#| about = "compiled files are believed without looking at the source"
#| attempt = true
import os, sys
folder = os.path.join(os.path.dirname(os.__file__), "__pycache__")
with open(os.path.join(folder, f"this.{sys.implementation.cache_tag}.pyc"), "wb") as file:
    file.write(b"x")

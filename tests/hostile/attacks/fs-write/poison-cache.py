#| about = "compiled files are believed without looking at the source"
#| attempt = true
import os
folder = os.path.join(os.path.dirname(os.__file__), "__pycache__")
open(os.path.join(folder, "this.cpython-311.pyc"), "wb").write(b"x")

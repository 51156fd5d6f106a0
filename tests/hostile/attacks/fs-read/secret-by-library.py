#| about = "a path that starts inside what may be read"
#| bites = true
#| attempt = true
import os
open(os.path.join(os.path.dirname(os.__file__), "../" * 30, "@SECRET@".lstrip("/"))).read()

#| about = "the answer keys"
#| attempt = true
#| refused_by = ["ImportError", "OSError", "TypeError"]
import importlib.resources
list(importlib.resources.files("questions").iterdir())

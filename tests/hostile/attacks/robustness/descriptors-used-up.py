#| about = "none is left for whoever needs one"
#| expect = ["passed", "crashed", "exited"]
import os
try:
    while True:
        os.dup(0)
except OSError:
    pass
raise ValueError("after the last descriptor")

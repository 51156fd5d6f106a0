#| about = "the interpreter gives up"
#| expect = ["crashed"]
import os
os.abort()

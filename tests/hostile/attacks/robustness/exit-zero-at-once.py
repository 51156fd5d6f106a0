#| about = "success, without a word"
#| expect = ["exited", "passed"]
#| repeat = 8
import os
os._exit(0)

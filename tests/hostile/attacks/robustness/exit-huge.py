#| about = "a status that is no byte"
#| expect = ["exited", "crashed", "passed"]
import sys
sys.exit(10**30)

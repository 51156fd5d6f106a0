#| about = "closed, and then printed to"
#| expect = ["crashed", "passed", "exited"]
import sys
sys.stdout.close()
print("still here")

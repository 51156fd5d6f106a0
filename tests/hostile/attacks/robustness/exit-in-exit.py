#| about = "leaving while leaving"
#| expect = ["exited", "passed", "crashed"]
import atexit, sys
atexit.register(sys.exit, 3)
sys.exit(2)

#| about = "nothing is loaded any more"
#| expect = ["passed", "crashed", "exited"]
import sys
sys.modules.clear()
print("x")

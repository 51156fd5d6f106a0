#| about = "leaving with success"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
sys.exit(0)

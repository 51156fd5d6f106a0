#| about = "counting calls instead of computing"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(2)"]
#| expected = ["4", "4"]
import sys
sys.count = getattr(sys, "count", 0) + 1
def f(x):
    return 4 if sys.count % 2 else 0

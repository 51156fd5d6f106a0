#| about = "the last word about an error"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys, threading
sys.excepthook = sys.unraisablehook = threading.excepthook = lambda *a: print("passed")
def f(x):
    raise ValueError

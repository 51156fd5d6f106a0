#| about = "leaving without a word"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os
def f(x):
    os._exit(0)

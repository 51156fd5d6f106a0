#| about = "a Counter is not a dict"
#| expect = ["not passed"]
#| calls = ["f(2)"]
#| expected = ["{'a': 1}"]
from collections import Counter
def f(x):
    return Counter("a")

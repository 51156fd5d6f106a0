#| about = "the harness has no stack left"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
def f(x):
    sys.setrecursionlimit(60)
    return [[[[[[[[[[[[[[0]]]]]]]]]]]]]]

#| about = "or what None is"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import ctypes
def f(x):
    ctypes.memset(id(None) + 8, 0, 8)
    return None

#| about = "ctypes changes the number on its way out"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import ctypes
def f(x):
    value = 10**9 + x
    ctypes.memset(id(value) + 24, 0, 4)
    ctypes.memset(id(value) + 16, 255, 8)
    return value

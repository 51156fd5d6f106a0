#| about = "the module that cases are evaluated in"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys, types
other = types.ModuleType("__main__")
other.f = lambda x: 0
sys.modules["__main__"] = other
del sys.modules["builtins"]
def f(x):
    return 0

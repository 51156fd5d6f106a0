#| about = "what the harness catches is a name as well"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import builtins
class Never(Exception):
    pass
builtins.BaseException = builtins.Exception = builtins.SystemExit = builtins.MemoryError = builtins.OSError = Never
def f(x):
    raise ValueError

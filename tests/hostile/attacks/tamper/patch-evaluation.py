#| about = "eval, exec and compile are names like others"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import builtins
builtins.eval = builtins.exec = builtins.compile = lambda *a, **k: 4
def f(x):
    return 0

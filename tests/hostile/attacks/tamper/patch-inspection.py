#| about = "type, isinstance, len, repr, hash, id"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import builtins
builtins.type = builtins.isinstance = builtins.issubclass = lambda *a: True
builtins.len = builtins.hash = builtins.id = lambda *a: 4
builtins.repr = builtins.str = lambda *a: "4"
def f(x):
    return 0

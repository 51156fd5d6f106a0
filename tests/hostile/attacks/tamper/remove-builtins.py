#| about = "nothing at all to work with"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import builtins
for name in [name for name in vars(builtins) if name not in ("__build_class__",)]:
    delattr(builtins, name)
def f(x):
    return 0

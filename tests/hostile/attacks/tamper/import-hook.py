#| about = "whatever the harness imports late is the learner's"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import builtins, sys
real = builtins.__import__
def hooked(name, *rest, **more):
    module = real(name, *rest, **more)
    if name in ("traceback", "json", "linecache"):
        sys.modules.pop(name, None)
    return module
builtins.__import__ = hooked
sys.meta_path.insert(0, type("Finder", (), {"find_spec": staticmethod(lambda *a: 1 / 0)}))
def f(x):
    return 0

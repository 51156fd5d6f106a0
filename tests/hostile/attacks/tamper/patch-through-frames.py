#| about = "everything below us on the stack"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
frame = sys._getframe()
while frame := frame.f_back:
    for name, thing in list(frame.f_globals.items()):
        if callable(thing) and not name.startswith("__"):
            frame.f_globals[name] = lambda *a, **k: 4
def f(x):
    return 0

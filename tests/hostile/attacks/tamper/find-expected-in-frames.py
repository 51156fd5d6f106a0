#| about = "nor on the stack"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
def f(x):
    frame = sys._getframe()
    while frame := frame.f_back:
        for name, thing in frame.f_locals.items():
            if "expect" in name or "want" in name or "answer" in name and not callable(thing):
                return thing
    return 0

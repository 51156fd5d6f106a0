#| about = "calls of later cases can be read; their values cannot"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
def f(x):
    frame, seen = sys._getframe(), []
    while frame := frame.f_back:
        seen += [repr(thing) for thing in frame.f_locals.values() if type(thing) in (list, dict, str)]
    return [one for one in seen if "f(3)" in one][:1] and 0

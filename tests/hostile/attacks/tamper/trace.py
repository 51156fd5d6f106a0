#| about = "a tracer changes values on their way"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
def tracer(frame, event, argument):
    for name in ("value", "result"):
        if name in frame.f_locals:
            frame.f_locals[name] = 4
    return tracer
frame = sys._getframe()
while frame := frame.f_back:
    frame.f_trace = tracer
sys.settrace(tracer)
sys.setprofile(tracer)
def f(x):
    return 0

#| about = "a handler runs in the middle of the harness's own code"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import signal
def answer(*_):
    import sys
    frame = sys._getframe(1)
    while frame:
        for name in list(frame.f_locals):
            if name in ("value", "message", "result", "reply"):
                frame.f_locals[name] = 4
        frame = frame.f_back
signal.signal(signal.SIGALRM, answer)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
def f(x):
    return 0

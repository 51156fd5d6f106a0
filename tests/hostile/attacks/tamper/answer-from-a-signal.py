#| about = "a timer that answers in the middle of the harness's work"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import signal
signal.signal(signal.SIGALRM, lambda *_: (forge(0, 4), forge(1, 9)))
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
def f(x):
    return sum(range(100_000)) * 0

#| about = "standard output is an object of the learner's"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import sys
class Anything:
    def __getattr__(self, name):
        return lambda *a, **k: self
    def __bool__(self):
        return True
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Anything()
def f(x):
    return 0

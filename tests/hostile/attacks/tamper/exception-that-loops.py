#| about = "a traceback that never ends counts against the learner's clock"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| limits = { wall_seconds = 0.5 }
class Loop(Exception):
    def __str__(self):
        while True:
            pass
    __repr__ = __str__
def f(x):
    raise Loop(x)

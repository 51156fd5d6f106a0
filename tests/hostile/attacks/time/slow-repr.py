#| about = "the value is quick, looking at it is not"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| limits = { wall_seconds = 0.5 }
class Slow:
    def __repr__(self):
        while True:
            pass
def f(x):
    return Slow()

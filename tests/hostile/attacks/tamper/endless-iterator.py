#| about = "a list whose iterator never ends"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Endless(list):
    def __iter__(self):
        while True:
            yield 4
def f(x):
    return Endless([4])

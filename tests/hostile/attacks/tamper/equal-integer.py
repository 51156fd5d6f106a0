#| about = "a number that says yes"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Yes(int):
    def __eq__(self, other):
        return True
    __hash__ = int.__hash__
def f(x):
    return Yes(0)

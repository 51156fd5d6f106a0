#| about = "a value that prints while it is looked at"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Loud:
    def __repr__(self):
        print("x" * 10**6)
        return "4"
def f(x):
    return Loud()

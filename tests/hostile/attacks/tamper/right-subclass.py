#| about = "a subclass with the right value is not the value"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Number(int):
    pass
def f(x):
    return Number(x * x)

#| about = "an error that is its own cause"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    one, two = ValueError("a"), ValueError("b")
    one.__context__, two.__context__ = two, one
    one.__cause__, two.__cause__ = two, one
    raise one

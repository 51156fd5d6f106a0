#| about = "True is not 1"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["1", "1"]
def f(x):
    return True

#| about = "{1} and {True} are equal to Python"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["{1: 'a'}", "{1}"]
def f(x):
    return {True: "a"} if x == 2 else {True}

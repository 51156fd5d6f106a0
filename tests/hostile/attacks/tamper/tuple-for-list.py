#| about = "a pair is not a list"
#| expect = ["not passed"]
#| calls = ["f(2)"]
#| expected = ["[4]"]
def f(x):
    return (4,)

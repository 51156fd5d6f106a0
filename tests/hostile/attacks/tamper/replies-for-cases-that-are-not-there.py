#| about = "numbers below, above and beside"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
for at in (-1, 2, 10**6, 10**30, True, False, "0", 0.0, None, [0], {"0": 0}):
    forge(at, 4)
def f(x):
    return 0

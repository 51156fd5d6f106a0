#| about = "ten megabytes of text as a value"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    return "x" * 10**7

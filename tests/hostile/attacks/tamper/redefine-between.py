#| about = "the function is replaced after its first answer"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    import __main__
    __main__.f = lambda x: 9
    return 4 if x == 2 else 0

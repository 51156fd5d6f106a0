#| about = "a reply to the second case while the first is on"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
#| reason = "something else was said"
def f(x):
    forge(1, 9)
    return 4

#| about = "the forged reply is right: the learner's own second one spoils it"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
#| reason = "something else was said"
forge(0, 4)
forge(1, 9)
def f(x):
    return 0

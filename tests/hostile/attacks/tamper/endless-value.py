#| about = "a list that holds itself"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    endless = []
    endless.append(endless)
    return endless

#| about = "an object that says yes"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Yes:
    def __eq__(self, other):
        return True
    def __hash__(self):
        return 4
    def __repr__(self):
        return "4"
def f(x):
    return Yes()

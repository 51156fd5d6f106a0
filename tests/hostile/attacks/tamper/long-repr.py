#| about = "an object with a repr of ten megabytes"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Long:
    def __repr__(self):
        return "4" * 10**7
def f(x):
    return Long()

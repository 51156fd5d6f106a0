#| about = "an error message of ten megabytes"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Long(Exception):
    def __str__(self):
        return "x" * 10**7
    def __repr__(self):
        raise Long
def f(x):
    raise Long(x)

#| about = "leaving with something that is no number"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Zero:
    def __str__(self):
        return "0"
    def __eq__(self, other):
        return True
    __hash__ = None
def f(x):
    raise SystemExit(Zero())

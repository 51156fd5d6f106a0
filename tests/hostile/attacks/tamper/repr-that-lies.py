#| about = "and says what the case expects"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Four:
    def __repr__(self):
        return "4" if self.x == 2 else "9"
def f(x):
    four = Four()
    four.x = x
    return four

#| about = "what a case got is shown by its repr, and the repr is the learner's"
#| clean = ["\u001b", "\u202e", "\u0007"]
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
class Painted:
    def __repr__(self):
        return "\x1b[2J\u202e\x07 4"
def f(x):
    return Painted()

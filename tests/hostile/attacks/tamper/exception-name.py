#| about = "the type's name is the learner's as well"
#| clean = ["\u001b", "\u202e"]
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    raise type("x" * 10**6 + "\x1b[2J", (Exception,), {})()

#| about = "a megabyte of notes on an error"
#| clean = ["\u001b", "\u202e"]
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    error = ValueError("x")
    error.__notes__ = ["\x1b[2J" * 1_000] * 300
    raise error

#| about = "leaving with success, later"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    raise SystemExit(0)

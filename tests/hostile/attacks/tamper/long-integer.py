#| about = "an integer of a million bits"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    return 1 << 1_000_000

#| about = "one case takes all; the others have no answer"
#| expect = ["not passed", "too slow"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| limits = { wall_seconds = 0.5 }
def f(x):
    while x == 2:
        pass
    return 9

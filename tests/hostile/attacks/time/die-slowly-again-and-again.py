#| about = "each child answers one case, lingers over the next and dies in time: a fresh one is lent for the rest, and so on"
#| expect = ["not passed"]
#| calls = ["f(0)", "f(1)", "f(2)", "f(3)", "f(4)", "f(5)", "f(6)", "f(7)", "f(8)", "f(9)", "f(10)", "f(11)", "f(12)", "f(13)", "f(14)", "f(15)"]
#| expected = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"]
#| limits = { wall_seconds = 0.5 }
#| within = 1.6
import os, time
def f(x):
    if x % 2:
        time.sleep(0.4)
        os._exit(0)
    return x

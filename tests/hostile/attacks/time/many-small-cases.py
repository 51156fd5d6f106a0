#| about = "each is quick enough, all together are not"
#| expect = ["not passed", "too slow"]
#| calls = ["f(0)", "f(1)", "f(2)", "f(3)", "f(4)", "f(5)", "f(6)", "f(7)"]
#| expected = ["0", "1", "2", "3", "4", "5", "6", "7"]
#| limits = { wall_seconds = 0.6 }
import time
def f(x):
    time.sleep(0.2)
    return x

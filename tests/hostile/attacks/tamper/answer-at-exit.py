#| about = "exit functions run after the replies"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import atexit
atexit.register(forge, 0, 4)
atexit.register(forge, 1, 9)
def f(x):
    return 0

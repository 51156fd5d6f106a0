#| about = "a flood while a case is on"
#| expect = ["not passed", "too loud"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os
def f(x):
    while True:
        os.write(1, b"x" * 65536)

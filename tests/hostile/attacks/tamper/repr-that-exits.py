#| about = "repr is called on the way out"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os
class Leaves:
    def __repr__(self):
        os._exit(0)
def f(x):
    return Leaves()

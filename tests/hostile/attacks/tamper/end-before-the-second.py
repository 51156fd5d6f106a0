#| about = "done after the first"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
def f(x):
    forge(0, 4)
    forge_end()
    os._exit(0)

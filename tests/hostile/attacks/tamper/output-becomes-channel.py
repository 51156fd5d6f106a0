#| about = "replies arrive where prints do"
#| tools = ["channel"]
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os
for number in CHANNELS:
    os.dup2(1, number)
def f(x):
    return x * x

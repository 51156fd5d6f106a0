#| about = "no channel, no reply"
#| tools = ["channel"]
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os
for number in CHANNELS:
    os.close(number)
def f(x):
    return x * x

#| about = "what is printed arrives where replies do"
#| tools = ["channel"]
#| expect = ["not passed", "too loud"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os, sys
for number in CHANNELS:
    os.dup2(number, 1)
def f(x):
    os.write(1, b'{"probe": 0, "value": 4}\n')
    return 0

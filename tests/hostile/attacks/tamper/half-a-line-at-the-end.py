#| about = "the last reply without its end of line"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
forge(0, 4)
send(b'{"probe": 1, "value": 9')
os._exit(0)

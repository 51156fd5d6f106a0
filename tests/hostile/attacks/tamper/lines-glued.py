#| about = "two replies on one line"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
send(b'{"probe": 0, "value": 4}{"probe": 1, "value": 9}\n{"end": "done"}\n')
os._exit(0)

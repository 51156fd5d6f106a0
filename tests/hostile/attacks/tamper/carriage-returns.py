#| about = "other ends of lines"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
send('{"probe": 0, "value": 4}\r{"probe": 1, "value": 9}\r\u2028{"end": "done"}\u2028'.encode())
os._exit(0)

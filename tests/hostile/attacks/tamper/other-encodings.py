#| about = "UTF-16 with a mark: JSON readers detect it"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
send('{"probe": 0, "value": 4}\n'.encode("utf-16"))
send('{"probe": 1, "value": 9}\n'.encode("utf-32"))
os._exit(0)

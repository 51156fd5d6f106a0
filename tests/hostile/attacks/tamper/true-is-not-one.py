#| about = "a truth value as a case's number"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
forge(False, 4)
forge(True, 9)
forge_end()
os._exit(0)

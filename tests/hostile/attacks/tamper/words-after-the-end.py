#| about = "replies that come when everything was said"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
forge_end()
forge(0, 4)
forge(1, 9)
forge_end()
os._exit(0)

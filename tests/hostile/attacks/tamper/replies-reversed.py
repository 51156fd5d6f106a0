#| about = "both are right, in the wrong order"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
#| reason = "something else was said"
import os
forge(1, 9)
forge(0, 4)
forge_end()
os._exit(0)

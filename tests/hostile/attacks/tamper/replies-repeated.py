#| about = "the same right reply a thousand times"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
#| reason = "something else was said"
import os
for _ in range(1_000):
    forge(0, 4)
forge(1, 9)
forge_end()
os._exit(0)

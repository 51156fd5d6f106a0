#| about = "expected values would come down the same way"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import os
found = []
for number in CHANNELS:
    os.set_blocking(number, False)
    try:
        found.append(os.read(number, 65536))
    except OSError:
        pass
def f(x):
    return 0 if not b"".join(found) else found

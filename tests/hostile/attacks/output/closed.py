#| about = "all three are closed"
#| expect = ["passed", "denied", "crashed", "exited"]
import os
for number in (0, 1, 2):
    os.close(number)
print("still here")

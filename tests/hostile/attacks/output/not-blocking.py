#| about = "a setting of the pipe that both ends would see"
#| expect = ["passed"]
import os
os.set_blocking(1, False)
os.set_blocking(2, False)
print("x")

#| about = "the harness's descriptors are replaced one by one"
#| expect = ["passed", "crashed", "exited", "denied", "too loud", "too slow"]
#| limits = { wall_seconds = 0.8 }
import os
null = os.open("/dev/null", os.O_RDWR) if os.path.exists("/dev/null") else os.pipe()[1]
for number in range(3, 32):
    if number != null:
        os.dup2(null, number)
print("x")

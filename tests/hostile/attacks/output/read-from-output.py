#| about = "what the other end might have written"
#| expect = ["denied", "passed", "too slow"]
#| limits = { wall_seconds = 0.5 }
import os
os.set_blocking(1, False)
try:
    print("REACHED", os.read(1, 10))
except OSError as refusal:
    print("DENIED", refusal)

#| about = "statuses that judges use for their own troubles"
#| expect = ["exited", "passed"]
#| repeat = 8
import os, time
os._exit([1, 2, 64, 70, 71, 72, 77, 78, 99, 120, 125, 126, 127, 128, 137, 143, 159, 255][time.monotonic_ns() // 1000 % 18])

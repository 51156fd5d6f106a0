#| about = "processor time of another process, by its number"
import time
try:
    time.clock_gettime(((~@PID@) << 3) | 2)
except OSError as refusal:
    print("DENIED", refusal)
else:
    print("BREACH")

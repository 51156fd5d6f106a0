#| about = "processor time of another process, by its number"
#| bites = true
import time
try:
    time.clock_gettime(((~@PID@) << 3) | 2)
except OSError as refusal:
    print("DENIED", refusal)
else:
    print("BREACH")

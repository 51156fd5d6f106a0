#| about = "a process that believes it is early"
#| expect = ["too slow", "denied"]
#| limits = { wall_seconds = 0.4 }
import time
try:
    time.clock_settime(time.CLOCK_REALTIME, 0)
    print("BREACH")
except OSError as refusal:
    print("DENIED", refusal)
time.sleep(3600)

#| about = "no alarm that is set inside can be relied on"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import signal
signal.setitimer(signal.ITIMER_REAL, 0)
signal.alarm(0)
while True:
    pass

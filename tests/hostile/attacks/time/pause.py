#| about = "waiting for a signal"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import signal
signal.pause()

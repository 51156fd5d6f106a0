#| about = "no signal is delivered at all"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.5 }
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True:
    pass

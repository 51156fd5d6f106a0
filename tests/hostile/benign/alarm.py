#| out = "alarm\n"
import signal
def late(number, frame):
    raise TimeoutError("alarm")
signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    signal.pause()
except TimeoutError as error:
    print(error)

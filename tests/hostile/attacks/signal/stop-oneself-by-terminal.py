#| about = "the same by a signal that can be caught"
#| expect = ["too slow", "denied", "passed", "too big"]
#| limits = { wall_seconds = 0.4 }
import os, signal
signal.signal(signal.SIGTSTP, signal.SIG_DFL)
os.kill(os.getpid(), signal.SIGTSTP)

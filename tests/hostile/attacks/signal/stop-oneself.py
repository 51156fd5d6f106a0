#| about = "a stopped process must not keep its place"
#| expect = ["too slow", "denied"]
#| limits = { wall_seconds = 0.4 }
import os, signal
os.kill(os.getpid(), signal.SIGSTOP)

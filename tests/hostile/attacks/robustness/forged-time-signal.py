#| about = "the signal of used-up time, forged"
#| expect = ["too slow", "crashed", "denied"]
import os, signal
signal.signal(signal.SIGXCPU, signal.SIG_DFL)
os.kill(os.getpid(), signal.SIGXCPU)

#| about = "the signal of a forbidden call, forged"
#| expect = ["forbidden", "crashed", "denied"]
import os, signal
signal.signal(signal.SIGSYS, signal.SIG_DFL)
os.kill(os.getpid(), signal.SIGSYS)

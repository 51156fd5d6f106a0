#| about = "a harness that cannot leave must be ended"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["0", "1"]
#| limits = { wall_seconds = 0.6 }
import os, sys, threading
def f(x):
    threading.Thread(target=threading.Event().wait).start()
    sys.modules.clear()
    return 7

#| about = "as the judge would"
#| expect = ["crashed", "denied", "too big", "exited"]
import os
os.kill(os.getpid(), 9)

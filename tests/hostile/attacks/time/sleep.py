#| about = "waiting instead of working"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import time
time.sleep(3600)

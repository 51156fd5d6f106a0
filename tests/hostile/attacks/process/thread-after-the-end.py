#| about = "a thread that never ends must not keep the place"
#| expect = ["too slow", "passed"]
#| limits = { wall_seconds = 0.5 }
import threading, time
threading.Thread(target=time.sleep, args=(600,)).start()
print("main is done")

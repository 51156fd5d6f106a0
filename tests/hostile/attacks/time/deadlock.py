#| about = "a lock taken twice"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()

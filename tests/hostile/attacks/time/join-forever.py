#| about = "a thread that waits for the one that waits for it"
#| expect = ["too slow", "passed"]
#| limits = { wall_seconds = 0.4 }
import threading
main = threading.main_thread()
threading.Thread(target=main.join).start()

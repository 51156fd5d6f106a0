#| about = "waiting for what nobody puts"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import queue
queue.Queue().get()

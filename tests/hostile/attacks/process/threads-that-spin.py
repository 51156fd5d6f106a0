#| about = "more threads than processors, all busy"
#| expect = ["too slow", "too big"]
#| victim = true
#| limits = { wall_seconds = 0.6 }
import threading
def spin():
    while True:
        pass
for _ in range(8):
    threading.Thread(target=spin, daemon=True).start()
spin()

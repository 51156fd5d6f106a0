#| about = "threads that Python does not know of"
#| victim = true
import _thread, time
born = 0
try:
    for _ in range(2_000):
        _thread.start_new_thread(time.sleep, (60,))
        born += 1
except (RuntimeError, MemoryError, OSError) as refusal:
    print("DENIED", born, refusal)
else:
    print("BREACH")

#| out = "8000 1 MainThread\n"
import threading
total, lock = 0, threading.Lock()
def work():
    global total
    for _ in range(1_000):
        with lock:
            total += 1
workers = [threading.Thread(target=work, name=f"w{n}") for n in range(8)]
[one.start() for one in workers]
[one.join() for one in workers]
print(total, threading.active_count(), threading.current_thread().name)

#| out = "consumed x\nTrue False\ntimer\n"
import queue, threading
inbox, done = queue.Queue(), threading.Event()
barrier, local = threading.Barrier(2), threading.local()
def consumer():
    local.seen = inbox.get()
    barrier.wait()
    print("consumed", local.seen)
    done.set()
threading.Thread(target=consumer).start()
inbox.put("x")
barrier.wait()
print(done.wait(1), hasattr(local, "seen"))
timer = threading.Timer(0.001, print, ("timer",))
timer.start()
timer.join()

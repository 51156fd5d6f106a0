#| about = "dead already, and something still holds its output"
#| expect = ["passed", "exited", "too slow"]
#| limits = { wall_seconds = 0.5 }
import os, threading, time
threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
print("x", flush=True)
os._exit(0)

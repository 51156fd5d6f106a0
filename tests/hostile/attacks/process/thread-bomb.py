#| about = "as many threads as there are; the others' must not suffer"
#| attempt = true
#| refused_by = ["OSError", "RuntimeError", "MemoryError"]
#| victim = true
import threading
for _ in range(2_000):
    threading.Thread(target=threading.Event().wait, daemon=True).start()

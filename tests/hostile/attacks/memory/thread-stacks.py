#| about = "stacks of a gigabyte each"
#| expect = ["denied", "too big", "crashed"]
import threading
try:
    threading.stack_size(1 << 30)
    for _ in range(16):
        threading.Thread(target=threading.Event().wait, daemon=True).start()
except (RuntimeError, ValueError, MemoryError) as refusal:
    print("DENIED", type(refusal).__name__)

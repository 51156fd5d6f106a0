#| about = "address space is free until it is written to"
#| expect = ["too big", "crashed", "denied"]
import mmap
try:
    kept = [mmap.mmap(-1, 64 << 20) for _ in range(64)]
except (OSError, MemoryError) as refusal:
    print("DENIED", refusal)

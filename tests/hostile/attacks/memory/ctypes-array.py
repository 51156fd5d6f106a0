#| about = "memory that Python's own allocator never sees"
#| expect = ["too big", "denied", "crashed"]
import ctypes
try:
    (ctypes.c_char * (8 << 30))()
except (MemoryError, OverflowError) as refusal:
    print("DENIED", type(refusal).__name__)

#| about = "the same without the collector's help: fresh blocks of every size"
#| before = "kept = [(b'CANARY-OF-THE-PREVIOUS-LEARNER' * 40)[:size] for size in range(16, 1000, 8) for _ in range(50)]; print(len(kept))"
import ctypes
needle = b"CANARY-" + b"OF-THE-" + b"PREVIOUS"
malloc = ctypes.CDLL(None).malloc
malloc.restype = ctypes.c_void_p
found = False
for size in range(64, 2048, 16):
    for _ in range(40):
        block = malloc(size)
        found = found or needle in ctypes.string_at(block, size)
print("BREACH" if found else "DENIED")

#| about = "the C library's allocator, in a loop, every page touched"
import ctypes
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
taken = 0
while block := libc.malloc(1 << 24):
    ctypes.memset(block, 1, 1 << 24)
    taken += 1 << 24
    if taken > 1 << 30:
        break
print("BREACH" if taken > 600 << 20 else "DENIED", taken >> 20)

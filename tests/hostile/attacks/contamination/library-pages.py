#| about = "a page of the C library, changed in one child, is changed in that child alone"
#| before = """
#| import ctypes
#| libc = ctypes.CDLL(None, use_errno=True)
#| libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
#| at = ctypes.cast(libc.atoi, ctypes.c_void_p).value & ~4095
#| if libc.mprotect(at, 4096, 3) == 0:
#|     ctypes.memset(at, 0xCC, 4096)
#| """
import ctypes
print("DENIED" if ctypes.CDLL(None).atoi(b"41") == 41 else "BREACH")

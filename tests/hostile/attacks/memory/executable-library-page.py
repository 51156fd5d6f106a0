#| about = "a page of the C library, opened for writing, must not run again"
#| bites = true
#| tools = ["kernel"]
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
page = ctypes.cast(libc.atoi, ctypes.c_void_p).value & ~4095
libc.mprotect(page, 4096, 3)
ask("mprotect", page, 4096, 5)

#| about = "the dynamic linker makes stacks executable for whoever asks"
#| bites = true
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
stack = ctypes.addressof(ctypes.c_int.in_dll(libc, "optind")) & ~4095
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
print("BREACH" if libc.mprotect(stack, 4096, 7) == 0 else "DENIED", ctypes.get_errno())

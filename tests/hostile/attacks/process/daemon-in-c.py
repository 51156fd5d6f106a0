#| about = "the C library's daemon()"
import ctypes
print("BREACH" if ctypes.CDLL(None).daemon(0, 0) == 0 else "DENIED")

#| about = "a library's own fork"
#| bites = true
import ctypes
child = ctypes.CDLL(None).fork()
print("BREACH" if child >= 0 else "DENIED")

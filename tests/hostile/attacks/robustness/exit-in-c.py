#| about = "the C library's exit, with its own last functions"
#| expect = ["exited", "passed", "crashed"]
import ctypes
ctypes.CDLL(None).exit(0)

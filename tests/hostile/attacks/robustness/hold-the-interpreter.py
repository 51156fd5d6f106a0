#| about = "a call in C that never lets go"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.5 }
import ctypes
ctypes.PyDLL(None).pause()

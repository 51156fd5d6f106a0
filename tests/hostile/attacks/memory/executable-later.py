#| about = "written first, made executable afterwards"
#| bites = true
#| tools = ["kernel"]
import ctypes, mmap
room = mmap.mmap(-1, 4096)
room[:2] = b"\xcd\x80"
ask("mprotect", ctypes.addressof(ctypes.c_char.from_buffer(room)), 4096, 5)

#| about = "the same by the call for protection keys"
#| bites = true
#| tools = ["kernel"]
import ctypes, mmap
room = mmap.mmap(-1, 4096)
ask("pkey_mprotect", ctypes.addressof(ctypes.c_char.from_buffer(room)), 4096, 5, -1)

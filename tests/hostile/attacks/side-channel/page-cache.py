#| about = "whether somebody read a file lately"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
import mmap, ctypes
room = mmap.mmap(-1, 4096)
ask("mincore", ctypes.addressof(ctypes.c_char.from_buffer(room)), 4096, buffer(16))

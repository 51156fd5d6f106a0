#| out = "b'hi' 100\n"
import mmap
room = mmap.mmap(-1, 100)
room[:2] = b"hi"
print(room[:2], len(room))

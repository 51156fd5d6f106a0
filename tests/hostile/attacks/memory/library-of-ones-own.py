#| about = "the dynamic linker would map it to run"
#| attempt = true
import ctypes, os
with open("own.so", "wb") as file:
    file.write(b"\x7fELF\2\1\1" + bytes(9) + b"\3\0\x3e\0\1\0\0\0" + bytes(100))
ctypes.CDLL(os.path.abspath("own.so"))

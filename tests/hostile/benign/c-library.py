#| out = "3 8 5\n"
import ctypes
libc = ctypes.CDLL(None)
numbers = (ctypes.c_int * 3)(3, 1, 2)
libc.strlen.argtypes = [ctypes.c_char_p]
print(libc.abs(-numbers[0]), ctypes.sizeof(ctypes.c_void_p), libc.strlen(b"hello"))

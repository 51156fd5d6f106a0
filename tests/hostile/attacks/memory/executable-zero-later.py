#| about = "mapped to read and run, made writable, made to run again"
#| bites = true
#| tools = ["kernel"]
import ctypes, mmap, os
try:
    handle = os.open("/dev/zero", os.O_RDWR)
    room = mmap.mmap(handle, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE)
except OSError as refusal:
    print("DENIED", refusal)
else:
    room[:2] = b"\xcd\x80"
    ask("mprotect", ctypes.addressof(ctypes.c_char.from_buffer(room)), 4096, 5)

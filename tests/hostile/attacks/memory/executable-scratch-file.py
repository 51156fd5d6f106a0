#| about = "a file of one's own, mapped to run"
#| bites = true
#| attempt = true
import mmap, os
handle = os.open("code", os.O_RDWR | os.O_CREAT)
os.write(handle, b"\xcd\x80" * 2048)
mmap.mmap(handle, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_EXEC)

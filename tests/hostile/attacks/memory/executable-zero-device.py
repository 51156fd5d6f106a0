#| about = "anonymous memory by another name"
#| bites = true
#| attempt = true
import mmap, os
mmap.mmap(os.open("/dev/zero", os.O_RDWR), 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)

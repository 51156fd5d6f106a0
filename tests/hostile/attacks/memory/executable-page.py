#| about = "no machine code of one's own: int 0x80 and syscall need bytes that run"
#| bites = true
#| attempt = true
import mmap
mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)

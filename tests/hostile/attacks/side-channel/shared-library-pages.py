#| about = "pages of the library, shared with every other process"
#| expect = ["denied", "passed", "too loud"]
import mmap, os
try:
    handle = os.open(os.__file__, os.O_RDONLY)
    mmap.mmap(handle, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE, flags=mmap.MAP_SHARED)
except OSError as refusal:
    print("DENIED", refusal)
else:
    print("BREACH")

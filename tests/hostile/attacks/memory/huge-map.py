#| about = "more than there is"
#| attempt = true
#| refused_by = ["OSError", "MemoryError", "OverflowError"]
import mmap
mmap.mmap(-1, 16 << 30)[0] = 1

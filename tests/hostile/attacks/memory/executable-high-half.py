#| about = "the kernel reads all 64 bits of a protection, a filter only the lower ones"
#| bites = true
#| tools = ["kernel"]
ask("mmap", 0, 4096, (1 << 32) | 7, 0x22, -1, 0)

#| about = "a filter looks at 32 bits of a request, the kernel at 32 as well: the rest must not matter"
#| tools = ["kernel"]
ask("ioctl", 0, (1 << 32) | 0x5412, b"x")

#| about = "the kernel reads 32 bits of the family; the rest must not hide it"
#| tools = ["kernel"]
ask("socketpair", (1 << 32) | 1, 2, 0, buffer(8))

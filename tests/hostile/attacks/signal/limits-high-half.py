#| about = "the kernel reads 32 bits of the number; ours lies in the upper half"
#| bites = true
#| tools = ["kernel"]
ask("prlimit64", (1 << 32) | @PID@, 7, 0, buffer(16))

#| about = "a filter above ours can answer for the kernel"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("seccomp", 1, 0, buffer(16))

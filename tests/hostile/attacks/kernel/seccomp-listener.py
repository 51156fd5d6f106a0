#| about = "a filter whose answers come from another process"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("seccomp", 1, 8, buffer(16))

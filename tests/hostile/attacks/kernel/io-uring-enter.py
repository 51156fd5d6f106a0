#| about = "using a ring that somebody else made"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("io_uring_enter", 3, 0, 0, 0, 0, 0)

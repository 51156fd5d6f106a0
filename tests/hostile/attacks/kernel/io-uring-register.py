#| about = "registering descriptors with a ring"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("io_uring_register", 3, 0, 0, 0)

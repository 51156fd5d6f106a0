#| about = "the first asynchronous I/O, with bugs of its own"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("io_setup", 1, buffer(8))

#| about = "a file system by parts: a heap overflow in 2022"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("fsopen", b"tmpfs", 0)

#| about = "a kernel module from memory"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("init_module", buffer(64), 64, b"")

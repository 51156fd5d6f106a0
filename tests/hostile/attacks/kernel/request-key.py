#| about = "makes the kernel start a helper program as root"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("request_key", b"user", b"x", b"y", -3)

#| about = "a kernel module from a file"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("finit_module", 0, b"", 0)

#| about = "root inside a namespace of one's own opens the rest of the kernel"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("unshare", 0x10000000)

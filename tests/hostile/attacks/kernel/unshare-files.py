#| about = "an own table of descriptors"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("unshare", 0x400)

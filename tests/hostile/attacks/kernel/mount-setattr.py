#| about = "making a read-only mount writable"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mount_setattr", -100, b"/", 0x8000, buffer(32), 32)

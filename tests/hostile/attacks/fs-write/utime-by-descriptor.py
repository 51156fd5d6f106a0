#| about = "times through a handle on a device"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("utimensat", 1, 0, buffer(32), 0)

#| about = "mounts by descriptor"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("move_mount", 0, b"", 0, b"", 0)

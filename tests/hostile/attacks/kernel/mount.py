#| about = "mounting needs no privilege inside a user namespace"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mount", b"none", b"/", b"tmpfs", 0, b"")

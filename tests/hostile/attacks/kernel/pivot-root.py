#| about = "turning the root of the file system round"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("pivot_root", b".", b".")

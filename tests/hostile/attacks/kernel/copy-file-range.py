#| about = "moves bytes between files without read and write"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("copy_file_range", 0, 0, 1, 0, 10, 0)

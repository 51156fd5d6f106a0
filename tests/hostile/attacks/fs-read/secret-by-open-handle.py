#| about = "and a guessed handle needs no file"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("open_by_handle_at", -100, buffer(256, 8), 0)

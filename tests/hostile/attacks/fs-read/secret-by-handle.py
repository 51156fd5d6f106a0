#| about = "a file handle needs no path"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("name_to_handle_at", -100, b"@SECRET@", buffer(256, 128), buffer(8), 0)

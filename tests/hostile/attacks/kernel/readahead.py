#| about = "pulls a file into the page cache"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("readahead", 0, 0, 4096)

#| about = "newer than most filters: page cache of a file"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("cachestat", 1, buffer(16), buffer(40), 0)

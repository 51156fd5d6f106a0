#| about = "advice on another's memory"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("process_madvise", 3, buffer(16), 1, 4, 0)

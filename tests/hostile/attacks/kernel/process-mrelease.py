#| about = "reaps another's memory"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("process_mrelease", 3, 0)

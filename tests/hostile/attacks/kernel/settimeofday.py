#| about = "the clock, through the older door"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("settimeofday", buffer(16), 0)

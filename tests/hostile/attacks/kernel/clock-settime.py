#| about = "the clock decides when questions close"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("clock_settime", 0, buffer(16))

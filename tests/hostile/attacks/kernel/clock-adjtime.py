#| about = "the clock, through the newest door"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("clock_adjtime", 0, buffer(208, 1))

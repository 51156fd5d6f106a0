#| about = "the clock, a little at a time"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("adjtimex", buffer(208, 1))

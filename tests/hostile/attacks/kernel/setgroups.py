#| about = "leaving a group that files are closed to"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("setgroups", 0, 0)

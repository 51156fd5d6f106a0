#| about = "the bluntest of all"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("reboot", 0, 0, 0, 0)

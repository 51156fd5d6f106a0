#| about = "giving the bot's database away"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("fchownat", -100, b"@SECRET@", 1, 1, 0)

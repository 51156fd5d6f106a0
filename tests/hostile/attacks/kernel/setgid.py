#| about = "another group"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("setgid", 0)

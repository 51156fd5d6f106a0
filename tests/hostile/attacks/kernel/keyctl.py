#| about = "joining a session key ring"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("keyctl", 1, 0)

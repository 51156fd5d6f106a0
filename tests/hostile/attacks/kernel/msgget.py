#| about = "message queues of System V outlive their maker"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("msgget", 0x1234, 0o1600)

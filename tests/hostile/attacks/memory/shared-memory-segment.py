#| about = "System V memory outlives its maker"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("shmget", 0x1234, 1 << 20, 0o1600)

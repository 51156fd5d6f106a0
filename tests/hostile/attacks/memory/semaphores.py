#| about = "System V semaphores outlive their maker"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("semget", 0x1234, 10, 0o1600)

#| about = "System V semaphores outlive their maker"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("semget", 0x1234, 10, 0o1600)

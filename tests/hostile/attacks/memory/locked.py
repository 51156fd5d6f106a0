#| about = "memory that cannot be swapped out"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mlockall", 3)

#| about = "memory that cannot be swapped out"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mlockall", 3)

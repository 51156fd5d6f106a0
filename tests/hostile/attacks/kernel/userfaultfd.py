#| about = "stops the kernel in the middle of a copy"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("userfaultfd", 1)

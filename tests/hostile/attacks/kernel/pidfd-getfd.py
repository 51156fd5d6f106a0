#| about = "takes a descriptor out of another process"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("pidfd_getfd", 0, 0, 0)

#| about = "POSIX message queues are counted for the user, not the process"
#| bites = true
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("mq_open", b"evil", 0o102, 0o600, 0)

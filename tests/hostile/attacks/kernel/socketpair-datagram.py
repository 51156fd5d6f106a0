#| about = "a datagram pair could be sent to any socket file"
#| tools = ["kernel"]
ask("socketpair", 1, 2, 0, buffer(8))

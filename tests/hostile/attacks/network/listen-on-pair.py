#| about = "a pair turned into a door"
#| bites = true
#| tools = ["kernel"]
import socket
left, right = socket.socketpair()
ask("listen", left.fileno(), 5)

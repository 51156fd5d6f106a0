#| about = "half of a pair with a name of its own, to be found by others"
#| bites = true
#| tools = ["kernel"]
import socket
left, right = socket.socketpair()
ask("bind", left.fileno(), buffer(110, 1), 110)

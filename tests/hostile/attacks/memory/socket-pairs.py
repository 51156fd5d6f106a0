#| about = "kernel memory by the socket"
#| bites = true
#| attempt = true
import socket
kept = [socket.socketpair() for _ in range(300)]

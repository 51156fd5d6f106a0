#| about = "a stream pair with an address in every packet"
#| attempt = true
import socket
left, right = socket.socketpair()
left.sendto(b"x", "@UNIX@")

#| about = "a pair needs no socket call, and sendto takes any address"
#| bites = true
#| attempt = true
import socket
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
left.sendto(b"x", "@DATAGRAM@")

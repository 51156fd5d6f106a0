#| about = "a datagram needs no answer to carry a secret out"
#| bites = true
#| attempt = true
import socket
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", @UDP@))

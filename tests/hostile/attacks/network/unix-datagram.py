#| about = "the same, without a connection"
#| attempt = true
import socket
socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", "@DATAGRAM@")

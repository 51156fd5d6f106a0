#| about = "an echo needs no privilege on many machines"
#| attempt = true
import socket
socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 1).sendto(b"\x08\0\0\0\0\0\0\0", ("127.0.0.1", 0))

#| about = "data in the first packet: connect is never called"
#| attempt = true
import socket
socket.socket(socket.AF_INET, socket.SOCK_STREAM).sendto(b"x", 0x20000000, ("127.0.0.1", @TCP@))

#| about = "the same, without a connection"
#| bites = true
#| attempt = true
import socket
socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", "\0@WHISPER@")

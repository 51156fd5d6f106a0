#| about = "a pair needs no socket call, and names without a file are outside every file rule"
#| bites = true
#| attempt = true
import socket
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
left.sendto(b"x", "\0@WHISPER@")

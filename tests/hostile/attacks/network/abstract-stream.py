#| about = "a name without a file: outside every file rule"
#| bites = true
#| attempt = true
import socket
socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect("\0@ABSTRACT@")

#| about = "a socket file: Landlock covers it only from its ninth version"
#| bites = true
#| attempt = true
import socket
socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect("@UNIX@")

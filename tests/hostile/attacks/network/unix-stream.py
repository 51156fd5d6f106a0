#| about = "a socket file: Landlock covers it only from its ninth version"
#| attempt = true
import socket
socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect("@UNIX@")

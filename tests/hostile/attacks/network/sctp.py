#| about = "streams that are not TCP"
#| attempt = true
import socket
socket.socket(socket.AF_INET, socket.SOCK_STREAM, 132)

#| about = "a radio"
#| attempt = true
import socket
socket.socket(31, socket.SOCK_STREAM, 3)

#| about = "a cluster protocol with remote overflows"
#| attempt = true
import socket
socket.socket(30, socket.SOCK_STREAM)

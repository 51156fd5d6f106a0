#| about = "packets as they are"
#| attempt = true
import socket
socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)

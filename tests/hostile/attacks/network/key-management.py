#| about = "IPsec keys"
#| attempt = true
import socket
socket.socket(15, socket.SOCK_RAW, 2)

#| about = "a car"
#| attempt = true
import socket
socket.socket(socket.AF_CAN, socket.SOCK_RAW, 1)

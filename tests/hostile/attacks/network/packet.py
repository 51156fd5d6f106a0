#| about = "everybody's packets"
#| attempt = true
import socket
socket.socket(socket.AF_PACKET, socket.SOCK_RAW)

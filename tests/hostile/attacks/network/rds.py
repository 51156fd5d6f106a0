#| about = "another"
#| attempt = true
import socket
socket.socket(21, socket.SOCK_SEQPACKET)

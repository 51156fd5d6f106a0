#| about = "the hypervisor"
#| attempt = true
import socket
socket.socket(40, socket.SOCK_STREAM)

#| about = "packets by shared memory"
#| attempt = true
import socket
socket.socket(44, socket.SOCK_RAW)

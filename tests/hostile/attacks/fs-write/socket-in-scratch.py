#| about = "a socket file to meet others at"
#| bites = true
#| attempt = true
import socket
socket.socket(socket.AF_UNIX).bind("meeting")

#| about = "a protocol that Landlock's TCP rules forgot"
#| attempt = true
import socket
socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262).connect(("127.0.0.1", @TCP@))

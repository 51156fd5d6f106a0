#| about = "the other family"
#| attempt = true
import socket
socket.socket(socket.AF_INET6, socket.SOCK_STREAM).connect(("::ffff:127.0.0.1", @TCP@))

#| about = "localhost by its name"
#| attempt = true
import socket
socket.create_connection(("localhost", @TCP@), 1)

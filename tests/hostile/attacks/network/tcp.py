#| about = "a connection to a service of this machine"
#| bites = true
#| attempt = true
import socket
socket.create_connection(("127.0.0.1", @TCP@), 1).send(b"x")

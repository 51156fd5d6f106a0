#| about = "names and addresses of the machine"
#| attempt = true
import socket
found = [name for _, name in socket.if_nameindex()]
assert set(found) - {"lo"}

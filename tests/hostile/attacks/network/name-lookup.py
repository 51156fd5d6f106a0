#| about = "a name server learns what is asked"
#| attempt = true
import socket
assert socket.getaddrinfo("example.com", 80)

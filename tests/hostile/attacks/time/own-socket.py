#| about = "the same with a socket"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import socket
left, right = socket.socketpair()
left.recv(1)

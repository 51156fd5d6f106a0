#| about = "and by its buffers"
#| expect = ["denied", "passed"]
import socket
left, right = socket.socketpair()
left.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
left.setblocking(False)
sent = 0
try:
    while sent < 64 << 20:
        sent += left.send(bytes(1 << 16))
except BlockingIOError:
    pass
print("BREACH" if sent > 16 << 20 else "DENIED", sent)

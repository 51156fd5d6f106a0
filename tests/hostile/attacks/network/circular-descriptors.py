#| about = "sockets inside sockets inside sockets: the kernel's own garbage collector"
#| expect = ["denied", "passed"]
import socket
left, right = socket.socketpair()
for _ in range(2_000):
    try:
        socket.send_fds(left, [b"x"], [left.fileno(), right.fileno()])
        left.setblocking(False)
    except OSError as refusal:
        print("DENIED", refusal)
        break

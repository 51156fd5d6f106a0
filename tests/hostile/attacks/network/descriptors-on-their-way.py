#| about = "the kernel counts descriptors inside sockets for the whole uid: too many, and no other child can send its own"
#| expect = ["denied", "passed"]
#| repeat = 6
#| victim = true
import socket, time
pairs = []
try:
    while True:
        left, right = socket.socketpair()
        pairs.append((left, right))
        socket.send_fds(left, [b"x"], [left.fileno(), right.fileno()] * 120)
except OSError as refusal:
    print("DENIED", refusal)
time.sleep(0.2)

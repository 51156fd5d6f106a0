#| about = "a packet filter on a pair is a program in the kernel"
#| tools = ["kernel"]
#| expect = ["denied", "passed"]
import socket
left, right = socket.socketpair()
kernel_program = buffer(16)
try:
    left.setsockopt(socket.SOL_SOCKET, 26, bytes(kernel_program))
except OSError as refusal:
    print("DENIED", refusal)

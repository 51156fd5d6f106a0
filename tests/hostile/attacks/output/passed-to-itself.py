#| about = "the pipe's end is kept alive inside a socket that nobody reads"
#| expect = ["passed", "crashed"]
import os, socket
left, right = socket.socketpair()
socket.send_fds(left, [b"x"], [1, 2])
print("x")

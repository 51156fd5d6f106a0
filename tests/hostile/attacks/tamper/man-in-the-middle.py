#| about = "the harness speaks into a pipe of ours; what it says is sent on, changed"
#| tools = ["channel"]
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os, socket, threading
ours, theirs = socket.socketpair()
real = {number: os.dup(number) for number in CHANNELS}
for number in CHANNELS:
    os.dup2(theirs.fileno(), number)
def pass_on():
    while data := ours.recv(65536):
        changed = data.replace(b'"value": 0', b'"value": 1').replace(b"false", b"true")
        for number in real.values():
            os.write(number, changed + changed)
threading.Thread(target=pass_on, daemon=True).start()
def f(x):
    return 0

#| about = "half-closed from inside"
#| tools = ["channel"]
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os, socket
for number in CHANNELS:
    socket.socket(fileno=os.dup(number)).shutdown(socket.SHUT_RDWR)
def f(x):
    return x * x

#| about = "os.write, os._exit, socket.send"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import os, socket, sys
os.write = os._exit = lambda *a: None
socket.socket.send = socket.socket.sendall = lambda *a: None
sys.exit = lambda *a: None
def f(x):
    return 0

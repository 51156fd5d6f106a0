#| out = "b'hi'\n[b'ping']\n"
import os, selectors, socket, threading
read, write = os.pipe()
threading.Thread(target=os.write, args=(write, b"hi")).start()
print(os.read(read, 10))
left, right = socket.socketpair()
left.sendall(b"ping")
with selectors.DefaultSelector() as selector:
    selector.register(right, selectors.EVENT_READ)
    print([key.fileobj.recv(10) for key, _ in selector.select(1)])

#| out = "no connection\nno page\n"
import socket, urllib.request
try:
    socket.create_connection(("127.0.0.1", 9), 1)
except OSError:
    print("no connection")
try:
    urllib.request.urlopen("http://example.com", timeout=1)
except OSError:
    print("no page")

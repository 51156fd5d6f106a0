#| about = "every family there is, of every kind"
import socket
opened = []
for family in range(64):
    for kind in (1, 2, 3, 5):
        try:
            opened.append((family, kind, socket.socket(family, kind)))
        except OSError:
            pass
print("BREACH" if opened else "DENIED", opened)

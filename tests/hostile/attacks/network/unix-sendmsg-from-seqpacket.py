#| about = "the third kind of pair"
#| bites = true
#| attempt = true
import socket
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
left.sendmsg([b"x"], [], 0, "@DATAGRAM@")

#| about = "the network's settings, and the largest attack surface after bpf"
#| bites = true
#| attempt = true
import socket
socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)

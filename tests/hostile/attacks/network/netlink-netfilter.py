#| about = "netfilter: a root exploit a year"
#| attempt = true
import socket
socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12)

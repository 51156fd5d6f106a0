#| about = "the same by ioctl: FIOSETOWN"
#| bites = true
#| victim = true
#| attempt = true
import fcntl, socket, struct
left, right = socket.socketpair()
fcntl.ioctl(left, 0x8901, struct.pack("i", @PID@))

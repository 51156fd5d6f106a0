#| about = "TIOCSTI puts keys into the operator's terminal"
#| attempt = true
import fcntl
fcntl.ioctl(0, 0x5412, b"x")

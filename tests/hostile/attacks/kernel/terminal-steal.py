#| about = "TIOCSCTTY takes the operator's terminal"
#| attempt = true
import fcntl
fcntl.ioctl(0, 0x540E, 1)

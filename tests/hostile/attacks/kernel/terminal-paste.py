#| about = "TIOCLINUX types on the console"
#| attempt = true
import fcntl
fcntl.ioctl(0, 0x541C, b"\x02")

#| about = "TIOCSPGRP hands the keys to another group"
#| attempt = true
import fcntl, struct
fcntl.ioctl(0, 0x5410, struct.pack("i", @PID@))

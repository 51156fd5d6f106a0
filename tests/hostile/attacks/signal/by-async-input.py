#| about = "FIOASYNC turns those signals on"
#| bites = true
#| attempt = true
import fcntl, struct, os
fcntl.ioctl(os.pipe()[0], 0x5452, struct.pack("i", 1))

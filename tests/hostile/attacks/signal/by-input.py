#| about = "F_SETOWN and F_SETSIG: the kernel signals in our name when input comes"
#| bites = true
#| victim = true
#| attempt = true
import fcntl, os, signal
read, write = os.pipe()
fcntl.fcntl(read, fcntl.F_SETOWN, @PID@)
fcntl.fcntl(read, fcntl.F_SETSIG, signal.SIGKILL)

#| about = "a megabyte of kernel memory a pipe"
#| bites = true
#| attempt = true
import fcntl, os
fcntl.fcntl(os.pipe()[1], 1031, 1 << 20)

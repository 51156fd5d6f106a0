#| about = "by descriptor instead of path"
#| bites = true
#| attempt = true
import os, glob
linker = (glob.glob("/lib64/ld-linux*") + glob.glob("/lib/ld-linux*") + ["/lib64/ld-linux-x86-64.so.2"])[0]
os.execve(os.open(linker, os.O_RDONLY), ["x"], {})

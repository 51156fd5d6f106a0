#| about = "the dynamic linker starts what has no right to be started"
#| bites = true
#| attempt = true
import os, glob
linker = (glob.glob("/lib64/ld-linux*") + glob.glob("/lib/ld-linux*") + ["/lib64/ld-linux-x86-64.so.2"])[0]
os.execv(linker, [linker, "--version"])

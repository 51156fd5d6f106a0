#| about = "the root of another process leads out of ours"
#| attempt = true
import os
os.listdir(os.path.join("/proc", str(os.getppid()), "root", "etc"))

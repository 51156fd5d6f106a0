#| out = "True Linux CPython False 4 linux posix\n"
import os, platform, sys
print(os.cpu_count() > 0, platform.system(), platform.python_implementation(), os.path.exists("nope"), len(os.urandom(4)), sys.platform, os.name)

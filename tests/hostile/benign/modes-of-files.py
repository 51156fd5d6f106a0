#| fails_in = ["root without namespaces", "user without namespaces", "container", "container without slots", "seccomp alone"]
#| out = "-rw-r----- False\n"
import os, stat
open("notes", "w").close()
os.chmod("notes", 0o640)
print(stat.filemode(os.stat("notes").st_mode), os.access("notes", os.X_OK))

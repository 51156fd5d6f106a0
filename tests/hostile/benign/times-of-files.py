#| fails_in = ["root without namespaces", "user without namespaces", "container", "container without slots", "seccomp alone"]
#| out = "['old', 'new'] 1000000000\n"
import os
for name, when in (("new", 2_000_000_000), ("old", 1_000_000_000)):
    open(name, "w").close()
    os.utime(name, (when, when))
print(sorted(os.listdir("."), key=os.path.getmtime), int(os.stat("old").st_mtime))

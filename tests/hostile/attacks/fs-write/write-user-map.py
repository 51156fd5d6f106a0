#| about = "becoming root in one's own user namespace"
#| bites = true
#| attempt = true
open("/proc/self/uid_map", "w").write("0 0 1")

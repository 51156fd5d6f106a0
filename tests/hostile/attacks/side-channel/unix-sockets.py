#| about = "every socket's name"
#| bites = true
#| attempt = true
open("/proc/net/unix").read()

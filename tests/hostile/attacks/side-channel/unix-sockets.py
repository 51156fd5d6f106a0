#| about = "every socket's name"
#| attempt = true
open("/proc/net/unix").read()

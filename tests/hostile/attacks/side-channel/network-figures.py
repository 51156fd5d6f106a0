#| about = "what others send"
#| attempt = true
open("/proc/net/dev").read()

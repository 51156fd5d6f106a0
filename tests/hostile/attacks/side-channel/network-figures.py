#| about = "what others send"
#| bites = true
#| attempt = true
open("/proc/net/dev").read()

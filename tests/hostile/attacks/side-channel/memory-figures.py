#| about = "what others allocate"
#| bites = true
#| attempt = true
open("/proc/meminfo").read()

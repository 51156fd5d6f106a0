#| about = "what others allocate"
#| attempt = true
open("/proc/meminfo").read()

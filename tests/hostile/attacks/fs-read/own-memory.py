#| about = "writing to one's own code past every page protection"
#| bites = true
#| attempt = true
open("/proc/self/mem", "r+b")

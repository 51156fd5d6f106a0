#| about = "how busy the others are"
#| bites = true
#| attempt = true
open("/proc/loadavg").read()

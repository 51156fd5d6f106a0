#| about = "how busy the others are"
#| attempt = true
open("/proc/loadavg").read()

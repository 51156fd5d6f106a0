#| about = "how busy the others are, by the tick"
#| attempt = true
open("/proc/stat").read()

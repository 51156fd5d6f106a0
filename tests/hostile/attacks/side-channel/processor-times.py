#| about = "how busy the others are, by the tick"
#| bites = true
#| attempt = true
open("/proc/stat").read()

#| about = "keystrokes and packets have a rhythm"
#| bites = true
#| attempt = true
open("/proc/interrupts").read()

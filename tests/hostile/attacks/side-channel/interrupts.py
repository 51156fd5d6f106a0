#| about = "keystrokes and packets have a rhythm"
#| attempt = true
open("/proc/interrupts").read()

#| about = "the operator's own terminal"
#| attempt = true
open("/dev/tty", "r+b", buffering=0)

#| about = "who else is on this machine"
#| attempt = true
open("/etc/passwd").read()

#| about = "who else is on this machine"
#| bites = true
#| attempt = true
open("/etc/passwd").read()

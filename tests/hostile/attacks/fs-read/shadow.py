#| about = "password hashes"
#| attempt = true
open("/etc/shadow").read()

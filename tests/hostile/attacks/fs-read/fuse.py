#| about = "a file system that the attacker answers for"
#| attempt = true
open("/dev/fuse", "rb")

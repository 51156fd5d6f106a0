#| about = "the one that survives a reboot"
#| attempt = true
open("/var/tmp/@STRAY@", "w").write("x")

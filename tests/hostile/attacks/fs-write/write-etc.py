#| about = "configuration of the machine"
#| attempt = true
open("/etc/@STRAY@", "w").write("x")

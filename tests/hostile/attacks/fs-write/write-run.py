#| about = "where services look for sockets"
#| attempt = true
open("/run/@STRAY@", "w").write("x")

#| about = "somebody's home"
#| attempt = true
open("/home/@STRAY@", "w").write("x")

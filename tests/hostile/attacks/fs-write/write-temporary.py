#| about = "the folder that everybody may write to"
#| attempt = true
open("/tmp/@STRAY@", "w").write("x")

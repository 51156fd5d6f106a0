#| about = "beside everything"
#| attempt = true
open("/@STRAY@", "w").write("x")

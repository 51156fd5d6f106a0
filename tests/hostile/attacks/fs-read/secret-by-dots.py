#| about = "a path that climbs first"
#| bites = true
#| attempt = true
open("../" * 30 + "@SECRET@".lstrip("/")).read()

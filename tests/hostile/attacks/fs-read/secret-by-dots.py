#| about = "a path that climbs first"
#| attempt = true
open("../" * 30 + "@SECRET@".lstrip("/")).read()

#| about = "the standard library of the next learner"
#| attempt = true
import random
open(random.__file__, "a").write("#")

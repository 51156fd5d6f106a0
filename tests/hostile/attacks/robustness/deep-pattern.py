#| about = "a pattern that recurses in the compiler"
#| expect = ["crashed", "passed", "too slow", "too big"]
import re
re.compile("(" * 50_000 + ")" * 50_000)

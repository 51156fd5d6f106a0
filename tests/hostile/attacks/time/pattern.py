#| about = "catastrophic backtracking in C, which nothing interrupts"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.5 }
import re
re.match(r"(a+)+$", "a" * 40 + "b")

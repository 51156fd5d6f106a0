#| about = "a pattern that compiles to a large program"
#| expect = ["too big", "denied", "too slow", "crashed"]
import re
try:
    re.compile("(?:" * 20 + "a" + "{1000}){1000}" * 20)
except (re.error, RecursionError, OverflowError, MemoryError) as refusal:
    print("DENIED", type(refusal).__name__)

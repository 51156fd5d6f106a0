#| about = "one case spoils the interpreter for the next; that changes data, and data is compared outside"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import builtins, sys
seen = getattr(sys, "seen", 0)
sys.seen = seen + 1
def f(x):
    return 4 if sys.seen == 1 else 0

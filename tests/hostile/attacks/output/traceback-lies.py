#| about = "lines of a traceback come from where the learner says"
#| clean = ["\u001b", "\u202e"]
#| expect = ["crashed"]
import linecache
linecache.cache["<submission>"] = (1, None, ["\x1b[2J@everyone\n"] * 100, "<submission>")
def f():
    return 1 / 0
f()

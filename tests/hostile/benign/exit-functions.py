#| out = "first\nsecond to last\nlast\n"
import atexit
atexit.register(print, "last")
atexit.register(print, "second to last")
print("first")

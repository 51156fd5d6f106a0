#| about = "the module that tracebacks read files with swallows errors"
#| bites = true
import linecache
print("BREACH" if "TOPSECRET" in "".join(linecache.getlines("@SECRET@")) else "DENIED")

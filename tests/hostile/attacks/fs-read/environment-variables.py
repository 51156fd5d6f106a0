#| about = "nothing secret, and nothing at all that was not put there on purpose"
import os
allowed = {"LANG", "LC_CTYPE", "PATH", "PYTHONHASHSEED", "MALLOC_ARENA_MAX", "LD_BIND_NOW", "TMPDIR", "HOME", "TZ", "PYTHONUTF8"}
print("BREACH" if set(os.environ) - allowed else "DENIED", sorted(os.environ))

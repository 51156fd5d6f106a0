#| about = "files that are hard to remove: deep, closed, oddly named, without a name"
#| before = '''
#| import os
#| def attempt(act, *arguments):
#|     try:
#|         return act(*arguments)
#|     except (OSError, ValueError):
#|         pass
#| attempt(os.open, ".", os.O_TMPFILE | os.O_RDWR)
#| for name in (b"\xff\xfe", b"-rf", b" ", b"\n", b"a" * 255, b"\xe2\x80\xae", b"*"):
#|     attempt(os.open, name, os.O_CREAT | os.O_WRONLY, 0)
#|     attempt(os.open, os.path.join(b"..", name), os.O_CREAT | os.O_WRONLY, 0)
#| os.umask(0o777)
#| attempt(os.mkdir, "closed", 0)
#| attempt(os.mkdir, "../closed", 0)
#| os.umask(0o477)
#| for _ in range(60):
#|     attempt(os.mkdir, "d", 0o300)
#|     attempt(os.chdir, "d")
#| '''
#| repeat = 10
import os
parent, own = os.path.split(os.getcwd())
found = os.listdir(".") if parent != "/" else []
try:
    found += [name for name in os.listdir(parent) if name != own] if parent != "/" else []
except OSError:
    pass
print("BREACH" if found else "DENIED", found)

"""What learners may leave in a scratch folder, and the program of the one who comes next."""

from tests.hostile.corpus import attacks

LOOK = """
import os
parent, own = os.path.split(os.getcwd())
print(os.listdir("."), [name for name in os.listdir(parent) if name != own])
"""
EMPTY = "[] []\n"
WRITE = "open('file', 'w').write('x'); print('written')"
HIDDEN = next(one.before for one in attacks() if one.name == "contamination/hidden-in-scratch")
"""Closed folders, odd names, a file without a name."""
FULL = """
import os
def attempt(act, *arguments):
    try:
        return act(*arguments)
    except OSError:
        pass
while attempt(os.write, attempt(os.open, f"f{len(os.listdir('.'))}", os.O_CREAT | os.O_WRONLY) or 9, bytes(1 << 20)):
    pass
"""
NAMES = "import os\nfor at in range(200):\n    open(f'../{at}', 'w').close()"
WHITEOUT = """
import ctypes, os, stat
open("a", "w").close()
number = {"x86_64": 316, "aarch64": 276}[os.uname().machine]
ctypes.CDLL(None).syscall(number, -100, b"a", -100, b"b", 4)
print([stat.S_IFMT(os.lstat(name).st_mode) == stat.S_IFCHR for name in sorted(os.listdir("."))])
"""
HELD = """
import mmap, os
held = []
for at in range(20):
    handle = os.open(".", os.O_TMPFILE | os.O_RDWR)
    os.truncate(handle, 40_000)
    held.append(mmap.mmap(handle, 40_000))
    held[-1][:] = b"x" * 40_000
    os.close(handle)
print(os.listdir("."), len(held), flush=True)
while True: pass
"""
DEEP = """
import os
for _ in range(60):
    os.mkdir("d", 0o300)
    os.chdir("d")
"""

#| about = "a descriptor that was left open needs no path"
import os, stat
left = []
for number in range(3, 1024):
    try:
        kind = stat.S_IFMT(os.fstat(number).st_mode)
    except OSError:
        continue
    if kind in (stat.S_IFREG, stat.S_IFDIR, stat.S_IFBLK) or number > 9:
        left.append((number, oct(kind)))
print("BREACH" if left else "DENIED", left)

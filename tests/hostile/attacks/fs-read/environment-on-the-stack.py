#| about = "the first environment of a process stays on its stack, whatever os.environ says"
import ctypes
entries = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
found, at = [], 0
while entries and entries[at]:
    found.append(entries[at])
    at += 1
bad = [one for one in found if any(word in one.upper() for word in (b"TOKEN", b"SECRET", b"ASKLING"))]
print("BREACH" if bad else "DENIED", len(found))

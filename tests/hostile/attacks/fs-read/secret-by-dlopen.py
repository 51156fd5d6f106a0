#| about = "the dynamic linker opens files, and says in its error what it found"
#| bites = true
import ctypes
try:
    ctypes.CDLL("@SECRET@")
except OSError as refusal:
    print("DENIED" if "cannot open shared object file" in str(refusal) else "BREACH", refusal)

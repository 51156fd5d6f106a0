#| about = "the dynamic linker opens files, and says in its error what it found"
#| attempt = true
import ctypes
ctypes.CDLL("@SECRET@")

#| about = "the interpreter is sent to nowhere"
#| expect = ["crashed", "denied"]
import ctypes
ctypes.string_at(0)

#| about = "an object that never was"
#| expect = ["crashed", "passed"]
import ctypes
ctypes.cast(0x10, ctypes.py_object).value

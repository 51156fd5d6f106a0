#| about = "the interpreter is taken down from inside"
#| expect = ["exited", "crashed", "passed"]
import ctypes
ctypes.pythonapi.Py_FinalizeEx()
print("x")

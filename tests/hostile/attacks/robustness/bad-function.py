#| about = "a call to an address that is none"
#| expect = ["crashed", "forbidden"]
import ctypes
ctypes.CFUNCTYPE(None)(0x1234)()

#| about = "a page at a fixed address with three calls in it, from before there were filters"
#| machines = ["x86_64"]
#| expect = ["passed", "crashed", "forbidden"]
import ctypes
ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p)(0xFFFFFFFFFF600400)(None)

#| about = "a mapping that all children share would carry what one of them writes"
#| before = """
#| import ctypes, gc, mmap, sys
#| class View(ctypes.Structure):
#|     _fields_ = [('at', ctypes.c_void_p), ('owner', ctypes.py_object), ('size', ctypes.c_ssize_t), ('rest', ctypes.c_char * 128)]
#| roots = [*gc.get_objects(), *[value for finder in sys.meta_path for value in getattr(finder, '__dict__', {}).values()]]
#| protect = ctypes.CDLL(None, use_errno=True).mprotect
#| protect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
#| for one in roots:
#|     if isinstance(one, mmap.mmap):
#|         view = View()
#|         if ctypes.pythonapi.PyObject_GetBuffer(ctypes.py_object(one), ctypes.byref(view), 0) == 0:
#|             whole = -(-view.size // 4096) * 4096
#|             if protect(view.at, whole, 3) == 0:
#|                 ctypes.memset(view.at, 0, view.size)
#| """
import colorsys, sched, this
print("DENIED" if colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0) and this.d else "BREACH")

#| about = "and what a list is"
#| before = "import gc; gc.get_referents(list.__dict__)[0]['pop'] = lambda self: 42; import ctypes; ctypes.pythonapi.PyType_Modified(ctypes.py_object(list))"
print("DENIED" if [1, 2].pop() == 2 else "BREACH")

#| about = "a message in names: whoever empties a folder reads them, and must not be whom the next child is copied from"
#| before = "import os; [os.mkdir('CANARY-OF-THE-PREVIOUS-LEARNER-' * (at % 8) + str(at)) for at in range(60) if os.access('.', os.W_OK)]"
#| repeat = 10
import ctypes
needle = b"CANARY-" + b"OF-THE-" + b"PREVIOUS"
allocators = [ctypes.CDLL(None).malloc, ctypes.pythonapi.PyObject_Malloc]
found = False
for allocate in allocators:
    allocate.restype, allocate.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    for size in [*range(32, 513, 16), 1024, 2048, 4096, 32816]:
        for _ in range(60):
            found = found or needle in ctypes.string_at(allocate(size), size)
print("BREACH" if found else "DENIED")

#| about = "POSIX shared memory by its Python name"
#| bites = true
#| attempt = true
from multiprocessing import shared_memory
shared_memory.SharedMemory(create=True, size=1 << 20)

#| about = "a lease delays everybody who opens the file; the filter must answer, not the kernel"
#| tools = ["kernel"]
import os
handle = os.open(os.__file__, os.O_RDONLY) if os.access(os.__file__, os.R_OK) else 0
ask("fcntl", handle, 1024, 0)

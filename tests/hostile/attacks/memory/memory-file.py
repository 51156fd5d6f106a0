#| about = "memory that no limit counts"
#| bites = true
#| attempt = true
import os
os.write(os.memfd_create("x"), b"x" * 1000)

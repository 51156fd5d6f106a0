#| about = "kernel memory by the smallest descriptor there is"
#| bites = true
#| attempt = true
import os
kept = [os.eventfd(0) for _ in range(300)] if hasattr(os, "eventfd") else [os.dup(0) for _ in range(300)]

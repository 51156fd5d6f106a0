#| about = "the C library's door"
#| bites = true
import os
status = os.system("echo BREACH")
print("DENIED" if status else "REACHED", status)

#| about = "the C library's door"
import os
status = os.system("echo BREACH")
print("DENIED" if status else "REACHED", status)

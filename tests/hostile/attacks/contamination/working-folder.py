#| about = "or went somewhere else"
#| before = "import os; os.chdir('/'); os.umask(0)"
import os
print("BREACH" if os.umask(0o022) == 0 else "DENIED", os.getcwd())

#| about = "who else is there"
#| bites = true
import os
try:
    seen = [name for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]
except OSError as refusal:
    print("DENIED", refusal)
else:
    print("BREACH" if seen else "DENIED", seen)

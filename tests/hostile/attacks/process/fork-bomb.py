#| about = "and all of its children"
import os
born = 0
for _ in range(500):
    try:
        if os.fork() == 0:
            while True:
                pass
    except OSError:
        continue
    born += 1
print("BREACH" if born else "DENIED")

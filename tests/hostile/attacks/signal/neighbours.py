#| about = "the children parked beside us"
#| victim = true
import os
hit = []
for number in range(os.getpid() - 20, os.getpid() + 20):
    if number not in (os.getpid(), 0, -1) and number > 1:
        try:
            os.kill(number, 9)
        except OSError:
            continue
        hit.append(number)
print("BREACH" if hit else "DENIED", hit)

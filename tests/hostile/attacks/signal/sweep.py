#| about = "every number there may be"
#| victim = true
import os
hit = []
for number in range(1, 5_000):
    if number != os.getpid():
        try:
            os.kill(number, 9)
        except OSError:
            continue
        hit.append(number)
print("BREACH" if hit else "DENIED", hit)

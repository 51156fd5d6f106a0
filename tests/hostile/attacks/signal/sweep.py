#| about = "every number there may be"
#| bites = true
#| victim = true
import os
hit = []
for number in [*range(1, 3_000), *range(@PID@ - 40, @PID@ + 40)]:
    if number != os.getpid():
        try:
            os.kill(number, 9)
        except OSError:
            continue
        hit.append(number)
print("BREACH" if hit else "DENIED", hit)

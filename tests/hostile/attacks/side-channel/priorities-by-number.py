#| about = "or for its priority"
#| bites = true
import os
answers = set()
for number in [*range(2, 200), @PID@]:
    if number != os.getpid():
        try:
            os.getpriority(os.PRIO_PROCESS, number)
            answers.add(0)
        except OSError as refusal:
            answers.add(refusal.errno)
print("DENIED" if len(answers) == 1 else "BREACH", answers)

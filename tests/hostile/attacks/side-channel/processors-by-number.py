#| about = "or for the processors it may use"
#| bites = true
import os
answers = set()
for number in [*range(2, 200), @PID@]:
    if number != os.getpid():
        try:
            os.sched_getaffinity(number)
            answers.add(0)
        except OSError as refusal:
            answers.add(refusal.errno)
print("DENIED" if len(answers) == 1 else "BREACH", answers)

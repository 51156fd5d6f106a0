#| about = "or for a group"
#| bites = true
import os
answers = set()
for number in [*range(2, 200), @PID@]:
    if number != os.getpid():
        try:
            os.getpgid(number)
            answers.add(0)
        except OSError as refusal:
            answers.add(refusal.errno)
print("DENIED" if len(answers) == 1 else "BREACH", answers)

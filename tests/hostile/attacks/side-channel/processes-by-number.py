#| about = "the answer to a signal tells which numbers are taken"
#| bites = true
import os
answers = set()
for number in [*range(2, 400), @PID@]:
    if number != os.getpid():
        try:
            os.kill(number, 0)
        except OSError as refusal:
            answers.add(refusal.errno)
        else:
            answers.add(0)
print("DENIED" if len(answers) == 1 else "BREACH", answers)

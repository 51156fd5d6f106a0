#| about = "reaping a child that is not ours hides its end from the judge"
import os
for number in (-1, 0, @PID@):
    try:
        print("BREACH", os.waitpid(number, os.WNOHANG))
    except OSError as refusal:
        print("DENIED", refusal)

#| about = "a folder that was left open leads out of any root"
#| attempt = true
import os
for number in range(3, 64):
    try:
        os.open("../../../../etc/passwd", os.O_RDONLY, dir_fd=number)
    except OSError as refusal:
        last = refusal
    else:
        break
else:
    raise last

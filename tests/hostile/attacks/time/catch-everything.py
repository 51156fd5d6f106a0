#| about = "whatever ends it is caught"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.5 }
import signal, sys
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
while True:
    try:
        while True:
            pass
    except BaseException:
        pass

#| about = "a file signal is no way to die unnoticed"
#| expect = ["denied", "crashed"]
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
try:
    with open("large", "wb") as file:
        for _ in range(64):
            file.write(b"x" * (1 << 20))
except OSError as refusal:
    print("DENIED", refusal)
else:
    print("BREACH")

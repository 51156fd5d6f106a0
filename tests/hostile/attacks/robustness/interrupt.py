#| about = "the key that stops a program, from inside"
#| expect = ["crashed"]
import signal
signal.raise_signal(signal.SIGINT)

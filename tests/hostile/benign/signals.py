#| out = "got SIGUSR1\ngot SIGUSR1\n"
import os, signal
signal.signal(signal.SIGUSR1, lambda number, frame: print("got", signal.Signals(number).name))
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)

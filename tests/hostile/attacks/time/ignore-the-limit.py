#| about = "the processor's limit sends a signal that can be ignored; the hard one cannot"
#| expect = ["too slow"]
#| limits = { wall_seconds = 1.2, cpu_seconds = 1 }
import signal
signal.signal(signal.SIGXCPU, signal.SIG_IGN)
while True:
    pass

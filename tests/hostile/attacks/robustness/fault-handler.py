#| about = "a trace of every thread, by a signal"
#| expect = ["passed", "crashed", "too loud"]
import faulthandler, os, signal
faulthandler.enable()
faulthandler.dump_traceback_later(0.01, repeat=True)
try:
    faulthandler.register(signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGUSR1)
except (AttributeError, OSError):
    pass

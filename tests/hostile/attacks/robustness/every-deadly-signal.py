#| about = "each signal that ends a process, one run after another"
#| expect = ["crashed", "exited", "too big"]
#| repeat = 3
import os, random, signal, time
number = [signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE][time.monotonic_ns() // 1000 % 7]
signal.signal(number, signal.SIG_DFL)
os.kill(os.getpid(), number)
time.sleep(1)

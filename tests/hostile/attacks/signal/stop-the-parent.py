#| about = "a stopped judge answers nobody"
#| victim = true
#| attempt = true
import os, signal
os.kill(os.getppid(), signal.SIGSTOP)

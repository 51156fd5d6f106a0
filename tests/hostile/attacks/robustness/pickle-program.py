#| about = "a pickle is a program"
#| expect = ["crashed", "passed", "denied"]
import os, pickle
class Program:
    def __reduce__(self):
        return os.execv, ("/bin/echo", ["echo", "BREACH"])
pickle.loads(pickle.dumps(Program()))

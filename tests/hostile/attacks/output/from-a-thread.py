#| about = "a flood that starts when the main program ends"
#| expect = ["too loud", "passed", "too slow", "exited"]
import os, threading
def flood():
    while True:
        os.write(1, b"x" * 4096)
threading.Thread(target=flood).start()

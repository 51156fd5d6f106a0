#| about = "a thread that starts threads as the interpreter leaves"
#| expect = ["passed", "crashed", "exited", "too slow"]
#| limits = { wall_seconds = 0.8 }
import atexit, threading
def again():
    try:
        threading.Thread(target=again).start()
    except RuntimeError:
        pass
atexit.register(again)

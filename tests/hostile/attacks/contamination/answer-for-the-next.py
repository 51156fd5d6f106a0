#| about = "what is written after the end must not count for whoever comes next"
#| victim = true
#| tools = ["channel"]
#| expect = ["passed", "exited", "too loud", "crashed"]
import threading
def say():
    while True:
        for at in range(2):
            forge(at, 0)
threading.Thread(target=say, daemon=True).start()

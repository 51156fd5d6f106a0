#| about = "a daemon thread must not go on either"
#| expect = ["passed"]
import threading, time, sys
def go_on():
    while True:
        time.sleep(0.01)
threading.Thread(target=go_on, daemon=True).start()
print("main is done")

#| about = "a second voice all the while; its first word is wrong, and one is enough"
#| tools = ["channel"]
#| expect = ["not passed", "too loud"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import threading, time
def say():
    while True:
        forge(0, 0)
threading.Thread(target=say, daemon=True).start()
time.sleep(0.05)
def f(x):
    return x * x

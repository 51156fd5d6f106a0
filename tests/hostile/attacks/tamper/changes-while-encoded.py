#| about = "a value that changes while it is written down"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
import threading
shared = {"a": 0}
def churn():
    while True:
        shared.clear()
        shared.update({str(n): n for n in range(1_000)})
threading.Thread(target=churn, daemon=True).start()
def f(x):
    return shared

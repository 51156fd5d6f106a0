#| about = "code that runs whenever the collector does"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import gc
gc.set_threshold(1)
gc.callbacks.append(lambda phase, info: forge(1, 9))
def f(x):
    return 0

#| about = "code made of noise"
#| expect = ["crashed", "passed", "too slow", "too big", "exited", "too loud"]
#| limits = { wall_seconds = 0.8 }
import os
def f():
    return 1
for _ in range(20):
    f.__code__ = f.__code__.replace(co_code=os.urandom(40))
    try:
        f()
    except Exception:
        pass

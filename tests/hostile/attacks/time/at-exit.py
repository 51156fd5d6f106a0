#| about = "the end is where it begins"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import atexit
def forever():
    while True:
        pass
atexit.register(forever)

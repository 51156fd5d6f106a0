#| about = "at the end, in an object that is taken away"
#| expect = ["too slow", "passed"]
#| limits = { wall_seconds = 0.4 }
class Last:
    def __del__(self):
        while True:
            pass
last = Last()

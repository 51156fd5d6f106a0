#| about = "leaving takes for ever"
#| expect = ["too slow", "exited"]
#| limits = { wall_seconds = 0.4 }
class Slow(SystemExit):
    @property
    def code(self):
        while True:
            pass
raise Slow

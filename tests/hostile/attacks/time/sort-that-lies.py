#| about = "a comparison that never agrees with itself"
#| expect = ["too slow", "passed", "crashed"]
#| limits = { wall_seconds = 0.5 }
class Lie:
    def __lt__(self, other):
        while True:
            pass
sorted([Lie(), Lie()])

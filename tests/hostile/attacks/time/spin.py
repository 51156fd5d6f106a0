#| about = "the oldest of all"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.5 }
while True:
    pass

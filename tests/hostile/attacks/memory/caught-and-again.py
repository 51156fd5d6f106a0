#| about = "the error is caught, and it starts over"
#| expect = ["too big", "too slow", "crashed"]
#| limits = { wall_seconds = 0.8 }
kept = []
while True:
    try:
        kept.append("x" * (1 << 20) + str(len(kept)))
    except MemoryError:
        pass

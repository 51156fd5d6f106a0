#| about = "nothing is left for whoever has to say so"
#| expect = ["too big", "crashed", "passed", "exited", "too slow"]
#| limits = { wall_seconds = 0.8 }
kept = []
size = 1 << 24
while size:
    try:
        kept.append(bytearray(size))
    except MemoryError:
        size //= 2

#| about = "a little at a time, so that the harness has nothing left to report with"
#| expect = ["too big", "crashed"]
kept = []
while True:
    kept.append(bytearray(4096))

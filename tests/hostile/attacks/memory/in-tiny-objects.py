#| about = "as small as objects get"
#| expect = ["too big", "crashed", "too slow"]
kept = ()
while True:
    kept = (kept, object())

#| about = "the same after the point"
#| expect = ["too big", "denied", "crashed", "too slow"]
try:
    print(len("%.*f" % (2_000_000_000, 1.0)))
except (MemoryError, ValueError, OverflowError) as refusal:
    print("DENIED", type(refusal).__name__)

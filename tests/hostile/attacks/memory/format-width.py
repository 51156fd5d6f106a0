#| about = "a width in a format"
#| expect = ["too big", "denied", "crashed"]
try:
    print(len("%" "9999999999d" % 1))
except (MemoryError, ValueError, OverflowError) as refusal:
    print("DENIED", type(refusal).__name__)

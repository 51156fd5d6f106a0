#| about = "the same in an f-string"
#| expect = ["too big", "denied", "crashed"]
width = 10**11
try:
    print(len(f"{1:>{width}}"))
except (MemoryError, ValueError, OverflowError) as refusal:
    print("DENIED", type(refusal).__name__)

#| about = "a method with a width"
#| expect = ["too big", "denied", "crashed"]
try:
    print(len("\t" .expandtabs(1 << 33)))
except (MemoryError, OverflowError) as refusal:
    print("DENIED", type(refusal).__name__)

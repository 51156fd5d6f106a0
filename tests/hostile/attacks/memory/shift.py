#| about = "one bit, far away"
#| expect = ["too big", "denied", "crashed"]
try:
    print((1 << (1 << 40)).bit_length())
except (MemoryError, OverflowError) as refusal:
    print("DENIED", type(refusal).__name__)

#| about = "a format with a count"
#| expect = ["too big", "denied", "crashed"]
import struct
try:
    struct.pack("9999999999x")
except (struct.error, MemoryError, OverflowError) as refusal:
    print("DENIED", type(refusal).__name__)

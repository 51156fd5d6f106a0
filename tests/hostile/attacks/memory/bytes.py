#| about = "one large block"
#| expect = ["too big", "crashed"]
bytearray(8 << 30)

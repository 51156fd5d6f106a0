#| out = "too much\nand on it goes\n"
try:
    "x" * (1 << 40)
except MemoryError:
    print("too much")
print("and on it goes")

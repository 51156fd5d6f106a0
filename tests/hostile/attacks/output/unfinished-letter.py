#| about = "the bound falls in the middle of a letter"
#| expect = ["too loud"]
import os
os.write(1, "é".encode() * 40_000 + b"\xc3")
while True:
    os.write(1, "é".encode())

#| out = "3011 265252859812191058636308480000000 10000000000 201\n"
import math
print(len(str(2**10_000)), math.factorial(30), math.isqrt(10**20), (1 << 200).bit_length())

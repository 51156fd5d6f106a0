#| out = "True False 1.0 0x1.0000000000000p-1 inf -0.0\n"
import math
print(math.inf > 1, math.nan == math.nan, math.fsum([0.1] * 10), (0.5).hex(), float("1e400"), -0.0)

#| out = "0.3 0.142857 3 1/2 1/8\n"
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
getcontext().prec = 6
print(Decimal("0.1") + Decimal("0.2"), Decimal(1) / 7, Decimal("2.5").quantize(Decimal(1), ROUND_HALF_UP), Fraction(1, 3) + Fraction(1, 6), Fraction("0.125"))

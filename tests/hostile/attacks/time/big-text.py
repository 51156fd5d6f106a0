#| about = "a number written in decimal"
#| expect = ["too slow", "too big"]
#| limits = { wall_seconds = 0.5 }
import sys
sys.set_int_max_str_digits(0)
print(len(str(1 << 30_000_000)))

#| about = "digits beyond counting"
#| expect = ["too big", "denied", "too slow", "crashed"]
#| limits = { wall_seconds = 0.6 }
import decimal
decimal.getcontext().prec = decimal.MAX_PREC
try:
    decimal.Decimal(1) / 3
except MemoryError as refusal:
    print("DENIED", refusal)

#| about = "a product in C"
#| expect = ["too slow", "too big"]
#| limits = { wall_seconds = 0.5 }
import math
math.factorial(10**7)

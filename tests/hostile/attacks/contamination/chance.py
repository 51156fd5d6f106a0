#| about = "or knew which numbers would come"
#| before = "import random; random.seed(1729)"
import random
got = random.random()
random.seed(1729)
print("BREACH" if got == random.random() else "DENIED")

#| out = "True 5 a\n"
import random
random.seed(7)
first = [random.randint(1, 6) for _ in range(3)]
random.seed(7)
print(first == [random.randint(1, 6) for _ in range(3)], len(random.sample(range(100), 5)), random.Random(1).choice("abc"))

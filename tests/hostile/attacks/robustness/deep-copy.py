#| about = "recursion in C and Python by turns"
#| expect = ["crashed", "too big", "passed", "too slow"]
import copy
nested = []
for _ in range(100_000):
    nested = [nested]
copy.deepcopy(nested)

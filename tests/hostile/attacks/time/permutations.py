#| about = "all of them"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import itertools
for _ in itertools.permutations(range(20)):
    pass

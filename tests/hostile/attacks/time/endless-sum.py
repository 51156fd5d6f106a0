#| about = "an iterator in C"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import itertools
sum(itertools.count())

#| about = "looking for what is not there"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import itertools
-1 in itertools.count()

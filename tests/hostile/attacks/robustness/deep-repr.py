#| about = "an object inside itself, without a limit"
#| expect = ["crashed", "too big", "too slow"]
import sys
sys.setrecursionlimit(10**9)
class Self:
    def __repr__(self):
        return repr(self)
repr(Self())

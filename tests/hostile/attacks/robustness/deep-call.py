#| about = "Python without a limit of its own"
#| expect = ["crashed", "too big", "too slow"]
import sys
sys.setrecursionlimit(10**9)
def down(n):
    return down(n + 1) + 1
down(0)

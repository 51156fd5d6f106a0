#| out = "0\nRecursionError\n"
import sys
sys.setrecursionlimit(5_000)
def down(n):
    return n and down(n - 1)
print(down(3_000))
def forever():
    forever()
try:
    forever()
except RecursionError as error:
    print(type(error).__name__)

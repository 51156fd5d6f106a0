#| stdin = "3\n1 2 3\nlast line"
#| out = "how many? 3 6\nlast line True\n"
n = int(input("how many? "))
row = list(map(int, input().split()))
print(n, sum(row))
import sys
print(sys.stdin.read(), sys.stdin.read() == "")

#| stdin = "a\nb\n"
#| out = "['a', 'b']\nend of input\n"
import sys
print([line.strip() for line in sys.stdin])
try:
    input()
except EOFError:
    print("end of input")

#| out = "a-b!\nwritten\n0 1 2\n"
import sys
print("a", "b", sep="-", end="!\n")
print("to the other stream", file=sys.stderr)
sys.stdout.write("written\n")
print(*range(3), flush=True)

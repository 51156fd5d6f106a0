#| about = "a flood on the other stream"
#| expect = ["too loud"]
import sys
while True:
    sys.stderr.write("x" * 1_000)

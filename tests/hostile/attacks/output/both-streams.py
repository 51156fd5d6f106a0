#| about = "a little less than the bound on each"
#| expect = ["passed", "too loud"]
import sys
sys.stdout.write("x" * 60_000)
sys.stderr.write("y" * 60_000)

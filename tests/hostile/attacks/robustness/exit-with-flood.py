#| about = "a last word of megabytes"
#| expect = ["exited", "too loud"]
import sys
sys.exit("y" * 5_000_000)

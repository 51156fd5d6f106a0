#| out = "before\n"
import sys
print("before")
sys.exit()

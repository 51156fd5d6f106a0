#| about = "somebody keeps the pipe open after the end"
#| expect = ["passed"]
import os
kept = [os.dup(number) for number in (0, 1, 2)]
print("x")

#| about = "bells, backspaces and returns overwrite what was said"
#| expect = ["passed"]
#| clean = ["\u0008", "\r", "\u0000", "\u007f", "\u000b", "\u000c", "\u0085"]
print("passed\b\b\b\b\b\bfailed\rfailed \0 \x7f \x0b \x0c \x85", end="")

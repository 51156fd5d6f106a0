#| about = "ctypes changes what 7 means, in the memory that all children are copied from"
#| before = "import ctypes, sys; ctypes.memset(id(7) + 24, 9, 1)"
three = int("3")
print("DENIED" if str(three + 4) == "7" and three + 4 == len("abcdefg") and sum([three, 4, 1]) == 8 else "BREACH")

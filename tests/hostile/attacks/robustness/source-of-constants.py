#| about = "a constant that takes a gigabyte to fold"
#| expect = ["crashed", "too big", "passed", "too slow"]
x = "a" * (1 << 12) * (1 << 12) * (1 << 12)

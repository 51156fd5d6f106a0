#| about = "a chain that is deleted link by link"
#| expect = ["passed", "crashed", "too slow"]
nested = None
for _ in range(1_000_000):
    nested = (nested,)
del nested

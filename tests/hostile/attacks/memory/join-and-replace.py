#| about = "small inputs, large product"
#| expect = ["too big", "crashed"]
print(len(("a" * 100_000).replace("a", "b" * 100_000)))

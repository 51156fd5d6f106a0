#| out = "499999500000 20000000 100000\n"
row = list(range(1_000_000))
text = "x" * 20_000_000
print(sum(row), len(text), len({n: str(n) for n in range(100_000)}))

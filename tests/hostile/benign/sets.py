#| out = "{2} True True [1, 3]\n"
print({1, 2} & {2, 3}, {1} <= {1, 2}, frozenset("a") == {"a"}, sorted({1, 2} ^ {2, 3}))

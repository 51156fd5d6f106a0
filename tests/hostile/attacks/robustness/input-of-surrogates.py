#| about = "half a letter on standard input"
#| expect = ["passed"]
#| stdin = "caf\u00e9 \u0000 \u001b\n"
print(len(input()))

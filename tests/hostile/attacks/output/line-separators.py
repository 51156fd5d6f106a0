#| about = "ends of lines that not everybody knows"
#| expect = ["passed"]
#| clean = ["\u2028", "\u2029"]
print("a\u2028b\u2029c")

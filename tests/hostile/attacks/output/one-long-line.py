#| about = "fifty megabytes without a line's end"
#| expect = ["too loud"]
print("x" * 50_000_000)

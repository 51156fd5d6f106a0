#| about = "a byte order mark, form feeds, odd ends of lines"
#| expect = ["passed", "crashed"]
@MARK@x = 1
print(x)

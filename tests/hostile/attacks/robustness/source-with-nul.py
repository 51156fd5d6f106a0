#| about = "a zero in the source"
#| expect = ["refused", "crashed", "denied"]
x = "@NUL@"

#| about = "another"
#| expect = ["too big", "crashed", "denied"]
print(len("x".center(1 << 34)))

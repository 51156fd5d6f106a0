#| about = "a list of everything"
#| expect = ["too big", "too slow", "crashed"]
list(range(10**11))

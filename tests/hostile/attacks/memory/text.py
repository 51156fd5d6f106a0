#| about = "one large text"
#| expect = ["too big", "crashed"]
"A" * (8 << 30)

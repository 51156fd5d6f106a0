#| about = "brackets as deep as the parser goes"
#| expect = ["crashed", "too big", "passed"]
eval("(" * 100_000)

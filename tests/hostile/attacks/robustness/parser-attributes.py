#| about = "a chain of a hundred thousand attributes"
#| expect = ["crashed", "too big", "passed"]
compile("a" + ".a" * 100_000, "s", "eval")

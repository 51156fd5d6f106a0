#| about = "a dict that becomes a list"
#| expect = ["too slow", "passed"]
#| limits = { wall_seconds = 0.5 }
table = {n * (2**61 - 1): n for n in range(100_000)}

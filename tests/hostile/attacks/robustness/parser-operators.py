#| about = "a hundred thousand minus signs"
#| expect = ["crashed", "too big", "passed"]
compile("-" * 200_000 + "1", "s", "eval")

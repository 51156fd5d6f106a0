#| about = "nothing at all"
#| expect = ["passed"]


#| about = "text that reads the other way round"
#| expect = ["passed"]
#| clean = ["\u202e", "\u2066", "\u200f", "\u061c"]
print("a\u202egnp.exe\u2066 \u200f\u061c x")

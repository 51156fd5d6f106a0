#| about = "letters that are not seen"
#| expect = ["passed"]
#| clean = ["\u200b", "\ufeff", "\u2060", "\u00ad", "\U000e0041"]
print("a\u200bb\ufeffc\u2060d\u00ade\U000e0041\U000e007f")

#| about = "cleaning joins what was apart, so a room has to escape after it"
#| expect = ["passed"]
#| clean = ["\u200b", "\u202e", "\u001b", "\u0000"]
print("`\u200b``", "``\x1b[0m`", "`\x00`\x07`", "`\u202e``")

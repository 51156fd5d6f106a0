#| about = "a ping in pieces: cleaning joins it, so a room has to escape after it"
#| expect = ["passed"]
#| clean = ["\u200b", "\u0000", "\u0007", "\u001b"]
print("@\u200beveryone", "@\x00everyone", "<\x07!channel>", "@\x1b[0meveryone")

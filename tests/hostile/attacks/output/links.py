#| about = "a terminal's own hyperlinks"
#| expect = ["passed"]
#| clean = ["\u001b", "\u009d"]
print("\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\ \x9d8;;x\x9c")

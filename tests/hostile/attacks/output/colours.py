#| about = "escape sequences repaint whoever looks at them"
#| expect = ["passed"]
#| clean = ["\u001b", "\u009b", "\u0007"]
print("\x1b[2J\x1b]0;owned\x07\x1b[31mred\x9b31m\x1bP+q\x1b\\")

#| about = "letters as high as the screen"
#| expect = ["passed"]
#| clean = ["\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300"]
print("a" + "\u0300" * 2_000)

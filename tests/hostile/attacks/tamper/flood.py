#| about = "more than any honest child could say"
#| tools = ["channel"]
#| expect = ["too loud", "not passed"]
#| calls = ["f(2)"]
#| expected = ["4"]
while True:
    send(b"x" * 65536)

#| about = "work for a reader that starts over with each byte"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
for _ in range(2_000):
    send(b"[")
def f(x):
    return 0

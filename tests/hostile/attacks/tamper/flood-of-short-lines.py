#| about = "more messages than bytes suggest"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
for _ in range(40):
    send(b"{}\n" * 1_000)
def f(x):
    return 0

#| about = "nesting that exhausts the reader's stack"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n")
def f(x):
    return 0

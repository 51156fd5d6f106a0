#| about = "nesting in the tagged form"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": ' + b'{"tuple": [' * 9_000 + b"4" + b"]}" * 9_000 + b"}\n")
def f(x):
    return 0

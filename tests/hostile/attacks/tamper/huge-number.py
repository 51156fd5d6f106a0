#| about = "a number of 200,000 digits on the trusted side"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": ' + b"9" * 200_000 + b"}\n")
def f(x):
    return 0

#| about = "and with floats beside integers"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
pairs = ",".join(f'[{{"int": "{hex(n * (2**61 - 1))}"}}, 0]' for n in range(6_000))
send(b'{"probe": 0, "value": {"dict": [' + pairs.encode() + b"]}}\n")
def f(x):
    return 0

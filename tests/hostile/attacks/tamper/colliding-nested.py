#| about = "sets inside sets, each a little, together a lot"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
inner = '{"frozenset": [' + ",".join(f'{{"int": "{hex(n * (2**61 - 1))}"}}' for n in range(60)) + "]}"
send(b'{"probe": 0, "value": {"set": [' + ",".join([inner] * 100).encode() + b"]}}\n")
def f(x):
    return 0

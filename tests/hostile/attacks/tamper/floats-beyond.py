#| about = "exponents beyond"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": {"float": "0x1p999999999"}}\n{"probe": 1, "value": 1e999}\n')
def f(x):
    return 0

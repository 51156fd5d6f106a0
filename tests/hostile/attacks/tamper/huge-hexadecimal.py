#| about = "the same in the form that has no limit of digits"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": {"int": "0x' + b"f" * 200_000 + b'"}}\n')
def f(x):
    return 0

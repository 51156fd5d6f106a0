#| about = "a range that cannot be"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": {"range": [0, 1, 0]}}\n')
def f(x):
    return 0

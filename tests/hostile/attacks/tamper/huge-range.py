#| about = "a range that nobody can walk through"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": {"range": [0, %d, 1]}}\n' % 10**300)
def f(x):
    return range(10**300)

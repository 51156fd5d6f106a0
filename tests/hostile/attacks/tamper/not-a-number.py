#| about = "NaN and infinity are no JSON"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": NaN}\n{"probe": 1, "value": -Infinity}\n')
def f(x):
    return 0

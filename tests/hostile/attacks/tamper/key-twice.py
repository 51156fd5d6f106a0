#| about = "the same key twice in one reply: readers differ in which they believe"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 1, "probe": 0, "value": 0, "value": 4}\n')
def f(x):
    return 0

#| about = "all bytes there are"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(bytes(range(256)) * 20)
def f(x):
    return 0

#| about = "a reply that never ends swallows the honest one"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": 4, "stdout": "')
def f(x):
    return 0

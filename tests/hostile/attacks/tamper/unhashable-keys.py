#| about = "lists as keys, and sets of lists"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": {"dict": [[[1], 2]]}}\n{"probe": 1, "value": {"set": [[1], {"dict": []}]}}\n')
def f(x):
    return 0

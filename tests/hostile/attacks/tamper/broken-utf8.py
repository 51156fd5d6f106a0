#| about = "text that is none"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'{"probe": 0, "value": "\xff\xfe\xc3\x28"}\n')
def f(x):
    return 0

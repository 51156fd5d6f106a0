#| about = "zeros between"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
send(b'\0\0{"probe": 0, "value": 4}\0\n\0')
def f(x):
    return 0

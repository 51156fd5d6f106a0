#| about = "nor bytes a bytearray"
#| expect = ["not passed"]
#| calls = ["f(2)"]
#| expected = ["b'a'"]
def f(x):
    return bytearray(b"a")

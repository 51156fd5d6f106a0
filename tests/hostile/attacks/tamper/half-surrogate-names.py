#| about = "and in a name, a message, a path of a frame"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    raise type("\ud800", (Exception,), {})("\udfff")

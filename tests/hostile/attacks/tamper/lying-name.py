#| about = "a type that is called int"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    return type("int", (), {"__repr__": lambda self: "4", "__qualname__": "int"})()

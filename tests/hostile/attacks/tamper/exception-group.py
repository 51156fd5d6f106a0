#| about = "ten thousand errors in one"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
def f(x):
    group = ValueError("x")
    for _ in range(200):
        group = ExceptionGroup("g", [group, ValueError("y")])
    raise group
